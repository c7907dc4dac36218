import Web

/// The paths of the first steps of an office.
enum StartPath {
    static let list: Path<StartWord> = "/desk/start"
    static let organization: Path<Never> = "/desk/start/organization"
    static let address: Path<Never> = "/desk/start/address"

    static let crumb = Crumb(StartPage.title, list())
}

enum StartWord: String, SuccessWord {
    case saved = "on"

    var text: String? { "已保存。" }
}
