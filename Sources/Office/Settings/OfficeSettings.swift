import Law
import Markup

/// What an office decides for itself, each with the program's default.
package struct OfficeSettings: Sendable, Equatable {
    /// The name of the site, which stands in the header of every page.
    package var officeName = "公开"
    /// What links that leave the site begin with; nil while nobody has said it.
    package var address: SiteAddress?
    /// Changed with the roles that go with it, and with nothing else.
    package internal(set) var administration = AdministrationMode.separate
    /// Working days for a supplement where the notice names no other (article 30 asks for a reasonable time).
    package var supplementDays = ReplyPeriod.Settings().supplementDays
    /// Working days from service to the archive (article 45).
    package var archiveDays = ReplyPeriod.Settings().archiveDays
    /// Days off of years that the program does not know, by the State Council's notice.
    package var plans: [HolidayPlan] = []
    /// Days off in this place alone.
    package var local: [LocalDays] = []
    /// Unconfirmed rows of the table of remedies that do not count here; what names a certain row is ignored.
    package var remediesOff: Set<String> = []
    /// Where the courts of this place hear such cases by agreement (集中管辖), in a sentence; empty where they do not.
    package var courts = ""
    /// The settings of capabilities by their names; those at their default are not among them.
    package var others: [String: JSONValue] = [:]

    /// What the site's name may be long, in characters.
    package static let longestName = 40

    package init() {}

    /// The working days with what the office has added.
    ///
    /// - Parameter files: what was given on the command line; a year given there counts.
    /// - Throws: `CalendarError` where both contradict each other or leave a year out.
    package func calendar(beside files: [HolidayFile] = []) throws(CalendarError) -> WorkdayCalendar {
        let given = files.flatMap(\.plans)
        return try WorkdayCalendar(
            adding: plans.filter { plan in !given.contains { $0.year == plan.year } } + given, local: local + files.flatMap(\.local))
    }

    package var replyPeriod: ReplyPeriod.Settings {
        var settings = ReplyPeriod.Settings()
        (settings.supplementDays, settings.archiveDays) = (supplementDays, archiveDays)
        return settings
    }

    package var remedies: RemedyTable {
        var table = RemedyTable.standard.switchingOff(remediesOff)
        table.concentratedJurisdiction = courts.isEmpty ? nil : courts
        return table
    }
}

extension OfficeSettings {
    /// Each setting by its name in the table; those at their default are left out.
    var rows: [String: JSONValue] {
        let standard = OfficeSettings()
        var rows: [String: JSONValue] = [:]
        if officeName != standard.officeName { rows["office-name"] = .string(officeName) }
        if let address { rows["address"] = .string(address.description) }
        if case .onePerson(let account) = administration { rows[AdministrationMode.setting] = .number("\(account)") }
        if supplementDays != standard.supplementDays { rows["supplement-days"] = .number("\(supplementDays)") }
        if archiveDays != standard.archiveDays { rows["archive-days"] = .number("\(archiveDays)") }
        if !plans.isEmpty { rows["holidays"] = HolidayFile.json(plans.sorted { $0.year < $1.year }) }
        if !remediesOff.isEmpty { rows["remedies-off"] = .array(remediesOff.sorted().map(JSONValue.string)) }
        if courts != standard.courts { rows["courts"] = .string(courts) }
        return rows.merging(others) { own, _ in own }
    }

    /// Reads what `rows` writes.
    ///
    /// - Parameters:
    ///   - settings: of capabilities, whose values are looked at.
    ///   - takesOthers: true if any other name is taken for a setting of a capability, too.
    /// - Throws: `SettingError` that names a setting which cannot be understood.
    init(rows: [String: JSONValue], of settings: [CapabilitySetting] = [], takesOthers: Bool = false) throws(SettingError) {
        for (name, value) in rows {
            switch (name, value) {
            case ("office-name", .string(let text)): officeName = text
            case ("address", .string(let text)):
                do { address = try SiteAddress(text) } catch { throw .unreadable(name) }
            case (AdministrationMode.setting, .number(let digits)):
                guard let account = Int(digits) else { throw .unreadable(name) }
                administration = .onePerson(account: account)
            case ("supplement-days", .number(let digits)): supplementDays = Int(digits) ?? supplementDays
            case ("archive-days", .number(let digits)): archiveDays = Int(digits) ?? archiveDays
            case ("holidays", .object):
                do { plans = try HolidayFile(Array(value.description.utf8), name: "holidays.json").plans } catch { throw .unreadable(name) }
            case ("remedies-off", .array(let values)):
                remediesOff = Set(values.compactMap { if case .string(let id) = $0 { id } else { nil } })
            case ("courts", .string(let text)): courts = text
            default:
                let setting = settings.first { $0.name == name }
                guard setting.map({ $0.text(value) != nil }) ?? takesOthers else { throw .unreadable(name) }
                others[name] = value
            }
        }
    }
}

/// A setting that is a number of working days.
package enum DaysSetting: String, Sendable {
    case supplement = "补正期限"
    case archive = "存档期限"
}

/// A setting that cannot be.
package enum SettingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Of the database; another program wrote it.
    case unreadable(String)
    case officeName
    case address(SiteAddressError)
    case days(DaysSetting, ClosedRange<Int>)
    /// What was typed for a capability's setting, and why it cannot be.
    case ofCapability(name: String, reason: String)
    case holidays(String)
    case courts

    package var description: String {
        switch self {
        case .unreadable(let name): "数据库中的设置 \(name) 无法辨认，可能是较新的程序写的。"
        case .officeName: "网站名称应为 1 至 \(OfficeSettings.longestName) 个字。"
        case .address(let problem): problem.description
        case .ofCapability(_, let reason): reason
        case .days(let days, let range): "\(days.rawValue)应为 \(range.lowerBound) 至 \(range.upperBound) 的数字。"
        case .holidays(let detail): detail
        case .courts: "集中管辖的说明最多 200 个字。"
        }
    }
}
