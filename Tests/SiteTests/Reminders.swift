import Database
import Foundation
import Markup
import Office
import Web

/// A throw-away capability, as small as one can be and with one of everything: a table, a right, an action, a personal column, a
/// desk page, a portal page, a job. It shows what a new capability must say of itself, and that nothing else needs to be edited.
enum Reminders {
    static let capability = Capability(
        name: "reminders", title: "提醒",
        migrations: [
            Array(
                """
                -- reminders/0001-reminders
                create table reminder (
                  id bigint primary key,
                  organization_id bigint not null references organization (id),
                  account_id bigint not null references account (id),
                  words text not null,
                  phone bytea,
                  is_public bigint not null default 0
                );
                """.utf8)
        ],
        rights: [.writeReminders], areas: [.reminders],
        words: AuditWords(
            actions: ["reminder.written": "写提醒", "reminder.published": "公布提醒"], subjects: ["reminder": "第 # 条提醒"]),
        personal: [PersonalColumn("reminder", "phone", isSealed: true, of: "account", by: .id(column: "account_id"), .clear)],
        jobs: [publish])

    static let wing = Wing(
        capability, sections: [.reminders], deskSections: [.reminders],
        tasks: { visit in
            let waiting = try await visit.records.reminders(isPublic: false).count
            return waiting == 0 ? [] : [DeskTask(count: waiting, words: "条提醒等待公布", address: ReminderPath.desk())]
        },
        routes: { routes, site in
            let routes = routes.forms("reminder")
            routes.get(ReminderPath.portal, .everyone) { _ in
                Page(
                    title: "提醒", heading: "提醒", section: .reminders,
                    body: list(try await site.records.reminders(isPublic: true).map(\.words)))
            }
            let desk: @Sendable (DeskRequest) async throws -> Page = { desk in
                let all = try await site.records.reminders(isPublic: nil)
                let form = PostForm(to: ReminderPath.desk(), desk.state, button: "保存") {
                    "\(FormField(name: "words", label: "内容", in: desk.state, control: .text(desk.form.text("words") ?? "")))"
                }
                return .desk(.reminders, title: "提醒", body: "\(list(all.map { "\($0.words)（\($0.phone ?? "")）" }))\(form)")
            }
            routes.get(ReminderPath.desk, .anywhere(.writeReminders), desk)
            routes.post(ReminderPath.desk, .anywhere(.writeReminders), again: desk) { asked -> Answer in
                guard let words = asked.form.text("words") else { throw Problem("请填写内容。", at: "words") }
                let organization = asked.principal.grants.compactMap(\.organizationID).first ?? 0
                try await site.records.write(words, phone: "13800001234", in: organization, by: asked.principal, at: asked.now)
                return .done(ReminderPath.desk, says: .written)
            }
        })

    /// What is written is public some time later.
    static let publish = JobKind("reminders.publish", "公布提醒") { run in
        try await run.records.change(by: .program, at: run.instant) { change in
            let id = run.payload.int("reminder") ?? 0
            try change.db.execute("update reminder set is_public = 1 where id = \(id)")
            try change.record(.reminders, "reminder.published", subject: AuditSubject("reminder", id))
        }
    }

    private static func list(_ words: [String]) -> HTML { "<ul>\(words.map { word -> HTML in "<li>\(word)</li>" })</ul>\n" }
}

enum ReminderPath {
    static let portal: Path<Never> = "/reminders"
    static let desk: Path<ReminderWord> = "/desk/reminders"
}

enum ReminderWord: String, SuccessWord {
    case written
    var text: String? { "已保存。" }
}

extension Right {
    static let writeReminders = Right("writeReminders", "写提醒", [.informationClerk: .own])
}

extension AuditArea {
    static let reminders = AuditArea("reminders", "提醒")
}

extension PortalSection {
    static let reminders = PortalSection("提醒", ReminderPath.portal())
}

extension DeskSection {
    static let reminders = DeskSection("提醒", ReminderPath.desk(), .writeReminders, rank: 50)
}

extension Records {
    func write(_ words: String, phone: String, in organization: Int, by principal: Principal, at instant: Date) async throws {
        try await change(by: principal.actor, at: instant) { change in
            let id = try Counter.next("reminder", change.db)
            let sealed = try keys.seal(phone, for: Reminders.capability.personal[0], of: id)
            try change.db.execute(
                .insert(
                    into: "reminder",
                    ["id": id, "organization_id": organization, "account_id": principal.accountID, "words": words, "phone": sealed]))
            try change.record(.reminders, "reminder.written", subject: AuditSubject("reminder", id), organization: organization)
            try change.later(Reminders.publish, ["reminder": .number("\(id)")], due: instant + 60)
        }
    }

    func reminders(isPublic: Bool?) async throws -> [(words: String, phone: String?)] {
        try await database.read { db in
            let conditions: [SQL] = isPublic.map { ["is_public = \($0 ? 1 : 0)"] } ?? []
            return try db.rows("select id, words, phone from reminder\(where: conditions) order by id").map { row in
                let sealed = try row.optionalBlob("phone")
                let phone = try sealed.map { try keys.open($0, for: Reminders.capability.personal[0], of: try row.int("id")) }
                return (try row.text("words"), phone)
            }
        }
    }
}
