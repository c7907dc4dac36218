import Database
import Foundation
import TestSupport
import Testing

@testable import Office
@testable import Reports

@Suite("Accounts, roles and sessions", .opensDatabases)
struct AccountTests {
    @Test("the first administrators: a link for each of the three, good once, until the role is held")
    func first() async throws {
        let temporary = try await TemporaryRecords()
        let accounts = temporary.records.accounts
        let links = try await accounts.firstLinks(at: .sample)
        #expect(links.map(\.role) == Role.administrators)
        let again = try await accounts.firstLinks(at: .sample)
        let account = try await accounts.begin(
            links[0].token, login: "xitong", name: "某甲", password: TemporaryRecords.password, at: .sample)
        #expect(account.grants == [Grant(.systemAdministrator)])
        #expect(account.state == .active)
        for token in [links[0].token, again[0].token, "no such token"] {
            await #expect(throws: AccountError.linkInvalid) {
                try await accounts.begin(token, login: "other", name: "某乙", password: TemporaryRecords.password, at: .sample)
            }
        }
        #expect(try await accounts.firstLinks(at: .sample).map(\.role) == [.securityAdministrator, .auditAdministrator])
        let late = Date.sample.addingTimeInterval(73 * 3600)
        #expect(try await accounts.link(links[1].token, at: late) == nil)
        #expect(try await accounts.link(links[1].token, at: .sample) != nil)
    }

    @Test("three separate administrators: none holds another's role, nor a working one", arguments: Role.allCases)
    func separation(role: Role) async throws {
        let temporary = try await TemporaryRecords()
        try await temporary.organization(1)
        let account = try await temporary.account("zhang", [Grant(role, in: role.isAdministrator ? nil : 1)])
        for other in Role.allCases where other != role {
            let grant = Grant(other, in: other.isAdministrator ? nil : 1)
            if role.isAdministrator || other.isAdministrator {
                await #expect(throws: AccountError.incompatible(other, with: role)) {
                    try await temporary.records.accounts.give(grant, to: account.id, by: .program, at: .sample)
                }
            } else {
                try await temporary.records.accounts.give(grant, to: account.id, by: .program, at: .sample)
                #expect(try await temporary.records.accounts.take(grant, from: account.id, by: .program, at: .sample))
            }
        }
    }

    @Test("a working role needs an organization that is there and active; none is given twice, or taken where it is not held")
    func grants() async throws {
        let temporary = try await TemporaryRecords()
        let accounts = temporary.records.accounts
        let account = try await temporary.account("zhang", [Grant(.reviewer, in: 1)])
        await #expect(throws: AccountError.organizationMissing(.approver)) {
            try await accounts.give(Grant(.approver), to: account.id, by: .program, at: .sample)
        }
        await #expect(throws: AccountError.organizationUnknown) {
            try await accounts.give(Grant(.approver, in: 99), to: account.id, by: .program, at: .sample)
        }
        await #expect(throws: AccountError.alreadyHeld(.reviewer)) {
            try await accounts.give(Grant(.reviewer, in: 1), to: account.id, by: .program, at: .sample)
        }
        await #expect(throws: AccountError.notHeld(.approver)) {
            try await accounts.take(Grant(.approver, in: 1), from: account.id, by: .program, at: .sample)
        }
    }

    @Test("what nobody else does goes to a successor; the last administrator cannot leave")
    func leaving() async throws {
        let temporary = try await TemporaryRecords()
        let accounts = temporary.records.accounts
        let clerk = try await temporary.account("zhang", [Grant(.informationClerk, in: 1), Grant(.reviewer, in: 1)])
        let other = try await temporary.account("wang", [Grant(.reviewer, in: 1)])
        let admin = try await temporary.account("admin", [Grant(.securityAdministrator)])
        let session = try await temporary.signIn("zhang")
        await #expect(throws: AccountError.successorMissing([.informationClerk])) {
            try await accounts.leave(clerk.id, by: .program, at: .sample)
        }
        await #expect(throws: AccountError.successor(name: admin.name)) {
            try await accounts.leave(clerk.id, successor: admin.id, by: .program, at: .sample)
        }
        try await accounts.leave(clerk.id, successor: other.id, by: .program, at: .sample)
        #expect(try await accounts.account(other.id)?.holds(.informationClerk) == true)
        let gone = try await accounts.account(clerk.id)
        #expect(gone?.state == .left)
        #expect(gone?.grants == [])
        #expect(try await temporary.principal(session) == nil)
        #expect(try await temporary.signIn("zhang") == .refused)
        await #expect(throws: AccountError.lastHolder(.securityAdministrator)) {
            try await accounts.leave(admin.id, by: .program, at: .sample)
        }
        await #expect(throws: AccountError.lastHolder(.securityAdministrator)) {
            try await accounts.take(Grant(.securityAdministrator), from: admin.id, by: .program, at: .sample)
        }
    }

    @Test(
        "names to sign in with are compared folded; what is none is refused",
        arguments: [
            ("Zhang", "zhang"), ("ＺＨＡＮＧ", "zhang"), (" 张三 ", "张三"), ("a", nil), ("a b", nil), ("", nil),
            (String(repeating: "a", count: 33), nil),
        ])
    func logins(typed: String, key: String?) {
        #expect(LoginName.key(typed) == key)
    }

    @Test("two accounts never have one name")
    func taken() async throws {
        let temporary = try await TemporaryRecords()
        _ = try await temporary.account("Zhang")
        await #expect(throws: AccountError.loginTaken("zhang")) {
            try await temporary.records.accounts.make(login: "zhang", name: "另一人", phone: nil, by: .program, at: .sample)
        }
    }

    @Test("a session ends by itself: idle too long, or too long in all; by its owner; by a new password")
    func sessions() async throws {
        let temporary = try await TemporaryRecords()
        let account = try await temporary.account("zhang")
        let (first, second) = (try await temporary.signIn("zhang"), try await temporary.signIn("zhang", from: "192.0.2.2"))
        #expect(try await temporary.principal(first)?.accountID == account.id)
        #expect(try await temporary.principal(first, after: 29 * 60) != nil)
        #expect(try await temporary.principal(first, after: 58 * 60) != nil)
        #expect(try await temporary.principal(first, after: 89 * 60) == nil)
        #expect(try await temporary.principal(second, after: 31 * 60) == nil)
        #expect(try await temporary.records.sessions.sessions(of: account.id, at: .sample).count == 2)

        let third = try await temporary.signIn("zhang")
        var seconds = 0.0
        while seconds < 12 * 3600 - 1500 {
            seconds += 1500
            #expect(try await temporary.principal(third, after: seconds) != nil)
        }
        #expect(try await temporary.principal(third, after: 12 * 3600) == nil)

        let fourth = try await temporary.signIn("zhang")
        let fifth = try await temporary.signIn("zhang")
        let principal = try #require(try await temporary.principal(fifth))
        try await temporary.records.accounts.changePassword(
            principal, from: TemporaryRecords.password, to: "another long pass phrase", at: .sample)
        #expect(try await temporary.principal(fourth) == nil)
        #expect(try await temporary.principal(fifth) != nil)
        try await temporary.records.sessions.end(of: account.id, by: .program, at: .sample)
        #expect(try await temporary.principal(fifth) == nil)
    }

    @Test("a new password: the old must be known, none of the last five comes back")
    func passwords() async throws {
        let temporary = try await TemporaryRecords()
        let accounts = temporary.records.accounts
        _ = try await temporary.account("zhang")
        let principal = try #require(try await temporary.principal(try await temporary.signIn("zhang")))
        await #expect(throws: AccountError.wrongPassword) {
            try await accounts.changePassword(principal, from: "wrong", to: "another long pass phrase", at: .sample)
        }
        var current = TemporaryRecords.password
        let chosen = (1...5).map { "quiet river number \($0)\($0)" }
        for (n, next) in chosen.enumerated() {
            let instant = Date.sample.addingTimeInterval(Double(n + 1))
            try await accounts.changePassword(principal, from: current, to: next, at: instant)
            current = next
        }
        for old in chosen {
            await #expect(throws: AccountError.reusedPassword) {
                try await accounts.changePassword(principal, from: current, to: old, at: .sample.addingTimeInterval(10))
            }
        }
        try await accounts.changePassword(principal, from: current, to: TemporaryRecords.password, at: .sample.addingTimeInterval(10))
    }

    @Test("the second factor: set with a right code, asked for at sign-in, each code once, taken off by link and password")
    func secondFactor() async throws {
        let temporary = try await TemporaryRecords()
        let accounts = temporary.records.accounts
        let account = try await temporary.account("zhang")
        let principal = try #require(try await temporary.principal(try await temporary.signIn("zhang")))
        let secret = try await accounts.waitingSecondFactor(principal, at: .sample)
        await #expect(throws: AccountError.wrongCode) {
            try await accounts.setSecondFactor(principal, code: "", password: TemporaryRecords.password, at: .sample)
        }
        try await accounts.setSecondFactor(
            principal, code: secret.code(at: .sample), password: TemporaryRecords.password, at: .sample)
        #expect(try await temporary.signIn("zhang", code: "") == .refused)
        #expect(try await temporary.signIn("zhang", code: secret.code(at: .sample)) == .refused)
        let later = secret.code(at: .sample.addingTimeInterval(60))
        #expect(try await temporary.principal(try await temporary.signIn("zhang", code: later, after: 60), after: 60) != nil)
        #expect(try await temporary.signIn("zhang", code: later, after: 60) == .refused)
        let link = try await accounts.issueLink(.secondFactor, for: account.id, by: .program, at: .sample).token
        await #expect(throws: AccountError.wrongPassword) { try await accounts.dropSecondFactor(link, password: "wrong", at: .sample) }
        try await accounts.dropSecondFactor(link, password: TemporaryRecords.password, at: .sample)
        #expect(try await temporary.principal(try await temporary.signIn("zhang", after: 120), after: 120) != nil)
    }

    @Test("a new link ends the one before; a second factor that is on is not exchanged; nobody who left comes back by a password")
    func reviewed() async throws {
        let temporary = try await TemporaryRecords()
        let accounts = temporary.records.accounts
        let account = try await temporary.account("zhang")
        let first = try await accounts.issueLink(.password, for: account.id, by: .program, at: .sample).token
        let second = try await accounts.issueLink(.password, for: account.id, by: .program, at: .sample).token
        #expect(try await accounts.link(first, at: .sample) == nil)
        #expect(try await accounts.link(second, at: .sample) != nil)
        let principal = try #require(try await temporary.principal(try await temporary.signIn("zhang")))
        try await accounts.changePassword(principal, from: TemporaryRecords.password, to: "another long pass phrase", at: .sample)
        #expect(try await accounts.link(second, at: .sample) == nil)
        let secret = try await accounts.waitingSecondFactor(principal, at: .sample)
        let password = "another long pass phrase"
        try await accounts.setSecondFactor(principal, code: secret.code(at: .sample), password: password, at: .sample)
        await #expect(throws: AccountError.secondFactorIsOn) {
            try await accounts.setSecondFactor(principal, code: secret.code(at: .sample), password: password, at: .sample)
        }
        await #expect(throws: AccountError.secondFactorIsOn) { try await accounts.waitingSecondFactor(principal, at: .sample) }
        try await accounts.leave(account.id, by: .program, at: .sample)
        await #expect(throws: AccountError.self) {
            try await accounts.changePassword(principal, from: "another long pass phrase", to: "a third long pass phrase", at: .sample)
        }
        #expect(try await accounts.account(account.id)?.state == .left)
    }

    @Test("somebody who has left is made anonymous: nothing of the name is left, what was done stays, the chain holds")
    func anonymous() async throws {
        let temporary = try await TemporaryRecords()
        let (accounts, records) = (temporary.records.accounts, temporary.records)
        let account = try await accounts.make(login: "zhangsan", name: "张三丰", phone: "010-12345678", by: .program, at: .sample)
        let link = try await accounts.issueLink(.password, for: account.id, by: .program, at: .sample).token
        try await accounts.choosePassword(link, TemporaryRecords.password, at: .sample)
        _ = try await temporary.signIn("zhangsan")
        let made = try #require(try await temporary.events("account.made").first)
        #expect(try await records.auditPersonal(made.sequence, by: .program, at: .sample)?.map(\.value).contains("张三丰") == true)
        await #expect(throws: AccountError.notGone(name: "张三丰")) { try await accounts.anonymize(account.id, by: .program, at: .sample) }
        try await accounts.leave(account.id, by: .program, at: .sample)
        try await accounts.anonymize(account.id, by: .program, at: .sample)
        #expect(try await records.auditPersonal(made.sequence, by: .program, at: .sample) == nil)
        #expect(try await accounts.account(login: "zhangsan") == nil)
        #expect(try await accounts.phone(account.id) == nil)
        #expect(try await accounts.account(account.id)?.name == "离岗人员")
        await #expect(throws: AccountError.notActive(name: "离岗人员")) {
            try await accounts.edit(account.id, name: "张三丰", phone: nil, by: .program, at: .sample)
        }
        // Nowhere at all, as far as it can be read without a key.
        let everything = try await records.database.read { db in
            try db.tables().flatMap { table in try db.rows("select * from \(name: table.name)") }.map { "\($0)" }.joined()
        }
        #expect(everything.contains("离岗人员"))
        for trace in ["zhangsan", "张三丰", "12345678", "192.0.2.1"] { #expect(!everything.contains(trace), "\(trace)") }
        if let path = temporary.test.url.sqlitePath {
            let bytes = [path, path + "-wal"].reduce(into: Data()) { $0 += FileManager.default.contents(atPath: $1) ?? Data() }
            #expect(bytes.range(of: Data("离岗人员".utf8)) != nil)
            for trace in ["zhangsan", "张三丰"] { #expect(bytes.range(of: Data(trace.utf8)) == nil, "\(trace)") }
        }
        #expect(try await records.verifyAudit(by: .program, at: .sample).holds)
        // The name may be somebody else's now.
        _ = try await accounts.make(login: "zhangsan", name: "另一人", phone: nil, by: .program, at: .sample)
    }

    @Test("every change of accounts is an event without personal data in clear, and the chain holds")
    func events() async throws {
        let temporary = try await TemporaryRecords()
        let account = try await temporary.account("zhang", [Grant(.reviewer, in: 1)])
        try await temporary.records.accounts.edit(account.id, name: "赵某某", phone: "13800000000", by: .program, at: .sample)
        _ = try await temporary.signIn("zhang")
        let log = temporary.records.audit
        let (events, raw, holds) = try await temporary.records.database.read { db in
            (
                try log.events(AuditFilter(), limit: 100, db).map(\.action),
                try db.rows("select facts, fields from audit_event").map { try $0.text("facts") + $0.text("fields") }.joined(),
                try log.verify(db).holds
            )
        }
        #expect(
            events.reversed() == [
                "account.made", "link.issued", "password.chosen", "role.given", "account.edited", "session.begun",
            ])
        #expect(!raw.contains("赵") && !raw.contains("zhang") && !raw.contains("13800000000"))
        #expect(holds)
        let clear = try await temporary.records.database.read { db in
            try db.row("select phone from account")?.blob("phone").isEmpty == false
        }
        #expect(clear)
    }
}

@Suite("Wrong passwords", .opensDatabases)
struct SignInThrottleTests {
    @Test(
        "five are free, then each waits twice as long, up to a quarter of an hour",
        arguments: [
            (4, 0.0), (5, 2), (6, 4), (7, 8), (13, 512), (14, 900), (1000, 900),
        ])
    func delay(failures: Int, seconds: Double) {
        #expect(SignInThrottle.delay(failures) == seconds)
    }

    @Test("a name that there is and one that there is not are answered alike")
    func unknown() async throws {
        let temporary = try await TemporaryRecords()
        _ = try await temporary.account("zhang")
        for login in ["zhang", "nobody", "not a name!"] {
            for _ in 1...5 { #expect(try await temporary.signIn(login, "wrong") == .refused) }
            #expect(try await temporary.signIn(login, "wrong") == .wait(seconds: 2))
        }
    }

    @Test("1,000 wrong passwords lock out nobody else, nor the owner at a known address")
    func thousand() async throws {
        let temporary = try await TemporaryRecords()
        _ = try await temporary.account("zhang")
        _ = try await temporary.account("wang")
        #expect(try await temporary.principal(try await temporary.signIn("zhang", from: "192.0.2.1")) != nil)
        var refused = 0
        for n in 0..<1000 {
            if try await temporary.signIn("zhang", "wrong", from: "198.51.100.\(n % 200)") == .refused { refused += 1 }
        }
        // After the hundredth each address has one free try and no more; nobody waits for what others did.
        #expect(refused == SignInThrottle.many + 100)
        #expect(try await temporary.signIn("zhang", from: "198.51.100.1", after: 1) == .wait(seconds: 29))
        #expect(try await temporary.events("sign-in.slowed").count == 1)
        #expect(try await temporary.principal(try await temporary.signIn("zhang", from: "192.0.2.1", after: 1), after: 1) != nil)
        #expect(try await temporary.principal(try await temporary.signIn("wang", from: "198.51.100.1", after: 1), after: 1) != nil)
        #expect(try await temporary.principal(try await temporary.signIn("zhang", from: "203.0.113.9", after: 1), after: 1) != nil)
    }

    @Test("a right password during the wait is not looked at; after it, it is taken and the count starts anew")
    func waiting() async throws {
        let temporary = try await TemporaryRecords()
        _ = try await temporary.account("zhang")
        for _ in 1...5 { _ = try await temporary.signIn("zhang", "wrong") }
        #expect(try await temporary.signIn("zhang", after: 1) == .wait(seconds: 1))
        #expect(try await temporary.principal(try await temporary.signIn("zhang", after: 2), after: 2) != nil)
        #expect(try await temporary.signIn("zhang", "wrong", after: 3) == .refused)
    }
}

@Suite("The table of permissions", .opensDatabases)
struct PermissionTests {
    @Test("no administrator has another's right but to see people and organizations")
    func administrators() {
        let shared: Set<Right> = [.ownAccount, .viewPeople, .viewOrganizations, .decideProposals]
        for right in House.whole.rights where !shared.contains(right) {
            #expect(Role.administrators.filter { Permission.reach($0, right) != nil }.count <= 1, "\(right)")
            for role in Role.administrators where Permission.reach(role, right) != nil {
                #expect(Role.working.allSatisfy { Permission.reach($0, right) == nil }, "\(right)")
            }
        }
    }

    @Test("a right reaches its own organization, those below, or the whole site", arguments: Role.allCases)
    func reach(role: Role) {
        // 3 is below 2, 2 below 1; 9 is elsewhere. The role is held in 2.
        let grants = [Grant(role, in: role.isAdministrator ? nil : 2)]
        for right in House.whole.rights {
            let places = [[2, 1], [3, 2, 1], [1], [9, 1], []].map { Permission.may(right, grants, on: $0) }
            switch Permission.reach(role, right) {
            case .site: #expect(places == [true, true, true, true, true])
            case .below: #expect(places == [true, true, false, false, false])
            case .own where !role.isAdministrator: #expect(places == [true, false, false, false, false])
            case .own, nil: #expect(places == [false, false, false, false, false])
            }
            #expect(Permission.has(right, grants) == (Permission.reach(role, right) != nil))
        }
    }

    @Test("every right is somebody's, and docs/permissions.md is this table")
    func sheet() throws {
        for right in House.whole.rights { #expect(Role.allCases.contains { Permission.reach($0, right) != nil }, "\(right)") }
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../docs/permissions.md")
            .standardizedFileURL
        #expect(try String(contentsOf: file, encoding: .utf8) == PermissionSheet.markdown(.whole))
    }
}
