import Web

/// The paths of the office's settings.
enum SettingsPath {
    static let page: Path<SettingsWord> = "/desk/settings"
    static let office: Path<Never> = "/desk/settings/office"
    static let remedies: Path<Never> = "/desk/settings/remedies"
    static let holidays: Path<Never> = "/desk/settings/holidays"
    static let addedHolidays: Path<Never> = "/desk/settings/holidays/confirm"

    static let crumb = Crumb("设置", page())
}

enum SettingsWord: String, SuccessWord {
    case saved = "on"

    var text: String? { "已保存，各处立即生效。" }
}
