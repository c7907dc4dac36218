import Database
import Foundation
import Law
import Markup
import Synchronization

/// The office's own settings, in the database, so that every node has the same.
package final class SettingStore: Sendable {
    private let database: AuditedDatabase
    /// Of the capabilities.
    private let settings: [CapabilitySetting]
    private let kept = Mutex<(settings: OfficeSettings, at: Date)?>(nil)

    /// For so many seconds what was read counts: another node's change is seen after that.
    private static let freshness = 0.5

    init(_ database: AuditedDatabase, _ settings: [CapabilitySetting]) {
        (self.database, self.settings) = (database, settings)
    }

    /// The settings as they are now, but for half a second.
    package func current(at instant: Date) async throws -> OfficeSettings {
        if let kept = kept.withLock({ $0 }), abs(instant.timeIntervalSince(kept.at)) < Self.freshness { return kept.settings }
        let current = try await database.read(from: .primary) { [settings] in try Self.read($0, settings, takesOthers: false) }
        kept.withLock { $0 = (current, instant) }
        return current
    }

    /// Changes some of them.
    ///
    /// - Throws: `SettingError` where the result cannot be.
    @discardableResult
    package func change(by actor: Actor, at instant: Date, _ edit: @escaping @Sendable (inout OfficeSettings) -> Void) async throws
        -> OfficeSettings
    {
        let changed = try await database.change(by: actor, at: instant) { [settings] in
            try Self.edit($0, settings, takesOthers: false, edit)
        }
        forget()
        return changed
    }

    /// The same as a part of something larger; `forget` comes after it.
    @discardableResult
    static func edit(
        _ change: Change, _ settings: [CapabilitySetting] = [], takesOthers: Bool = true, _ edit: (inout OfficeSettings) -> Void
    ) throws -> OfficeSettings {
        let old = try read(change.db, settings, takesOthers: takesOthers)
        var new = old
        edit(&new)
        try check(new)
        let (before, after) = (old.rows, new.rows)
        let names = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
        for name in names {
            if let value = after[name] {
                try change.db.execute(
                    """
                    insert into setting (name, value, changed_at) values (\(name), \(value.description), \(change.instant))
                    on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at
                    """)
            } else {
                try change.db.execute("delete from setting where name = \(name)")
            }
        }
        if !names.isEmpty {
            var event = change.event(.site, "setting.changed", subject: .site, fields: names)
            event.facts = names.map { ($0, after[$0] ?? .null) }
            try change.record(event)
        }
        return new
    }

    /// What was read before no longer counts.
    package func forget() { kept.withLock { $0 = nil } }

    /// The settings in one state of the database.
    ///
    /// - Parameters:
    ///   - settings: of capabilities, whose values must be such as can be read.
    ///   - takesOthers: false where any further name is one that this program does not know.
    /// - Throws: `SettingError.unreadable`, `DatabaseError`.
    package static func read(
        _ db: ReadTransaction, _ settings: [CapabilitySetting] = [], takesOthers: Bool = true
    ) throws -> OfficeSettings {
        var rows: [String: JSONValue] = [:]
        for row in try db.rows("select name, value from setting") {
            let name = try row.text("name")
            guard let value = try? JSONValue.values(in: Array(try row.text("value").utf8)).first else {
                throw SettingError.unreadable(name)
            }
            rows[name] = value
        }
        return try OfficeSettings(rows: rows, of: settings, takesOthers: takesOthers)
    }

    private static func check(_ settings: OfficeSettings) throws {
        guard (1...OfficeSettings.longestName).contains(settings.officeName.count) else { throw SettingError.officeName }
        for (setting, days) in [(DaysSetting.supplement, settings.supplementDays), (.archive, settings.archiveDays)]
        where !(1...60).contains(days) {
            throw SettingError.days(setting, 1...60)
        }
        guard settings.courts.count <= 200 else { throw SettingError.courts }
        do { _ = try settings.calendar() } catch { throw SettingError.holidays("\(error)") }
    }
}
