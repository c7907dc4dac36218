import Law
import Markup
import Office

/// By which day towns and street offices publish their annual reports: article 49 names none for them, so the office does.
extension OfficeSettings {
    package var townReportDay: TownReportDay {
        get { TownReportDay(others[CapabilitySetting.townReportDay.name]) ?? .standard }
        set { others[CapabilitySetting.townReportDay.name] = newValue.setting }
    }
}

extension CapabilitySetting {
    static let townReportDay = CapabilitySetting(
        "town-report-day", label: "乡镇、街道公布年度报告的日期",
        hint: "写成 1月31日 的样子。条例第四十九条没有规定乡镇、街道的日期，按当地的要求填写。修改以后，已有的报告按新的日期重新检查是否逾期。",
        read: { text in
            guard let day = TownReportDay(text) else {
                throw SettingError.ofCapability(
                    name: "town-report-day",
                    reason: "乡镇、街道公布年度报告的日期应写成 1月31日 的样子，并且每年都有这一天，现在是「\(text.prefix(20))」。")
            }
            return day.setting
        },
        text: { value in value.map { TownReportDay($0)?.description } ?? TownReportDay.standard.description })
}

extension TownReportDay {
    /// As the table of settings has it: month times 100 and day; nil for the program's default.
    fileprivate var setting: JSONValue? { self == .standard ? nil : .number("\(number)") }

    fileprivate init?(_ setting: JSONValue?) {
        guard case .number(let digits)? = setting, let number = Int(digits) else { return nil }
        self.init(number: number)
    }
}
