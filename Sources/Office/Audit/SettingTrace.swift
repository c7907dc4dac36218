import Database

/// What the events say of the office's settings: the site's address, the days, and who administers alone.
struct SettingTrace: AuditTrace {
    private var values: [String: String] = [:]

    mutating func add(_ event: AuditRow) {
        switch event.action {
        case "setting.changed":
            guard case .object(let members) = event.members else { return }
            for member in members { values[member.key] = member.value == .null ? nil : member.value.description }
        case "administration.one-person": values[AdministrationMode.setting] = event.id("account").map(String.init)
        case "administration.handed-over": values[AdministrationMode.setting] = event.members.int("successor").map(String.init)
        case "administration.separated": values[AdministrationMode.setting] = nil
        default: break
        }
    }

    func faults(_ db: ReadTransaction, _ log: AuditLog, _ uncoded: inout Int) throws -> [RowFault] {
        var faults: [RowFault] = []
        var there: Set<String> = []
        for row in try db.rows("select name, value from setting order by name") {
            let (name, value) = (try row.text("name"), try row.text("value"))
            there.insert(name)
            if values[name].map({ $0.utf8.elementsEqual(value.utf8) }) != true { faults.append(.setting(name)) }
        }
        return faults + values.keys.filter { !there.contains($0) }.sorted().map { .setting($0) }
    }
}
