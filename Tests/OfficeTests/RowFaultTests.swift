import Database
import Foundation
import Markup
import TestSupport
import Testing

@testable import Office
@testable import Reports

/// Whoever can write to the database and has no key: each edit that decides about access or about what is public is named.
@Suite("Rows that are not what the events say", .opensDatabases)
struct RowFaultTests {
    private let temporary: TemporaryRecords
    private var records: Records { temporary.records }
    private var accounts: AccountStore { temporary.records.accounts }

    init() async throws { temporary = try await TemporaryRecords() }

    private func verify() async throws -> AuditVerification { try await records.verifyAudit(by: .program, at: .sample) }

    /// What is found after an edit past the program, where all was well before.
    private func faults(_ sql: SQL) async throws -> [RowFault] {
        let before = try await verify()
        #expect(before.holds && before.uncoded == 0, "\(before.faults)")
        let changed = try await records.database.write { try $0.execute(sql) }
        #expect(changed > 0)
        return try await verify().faults.compactMap { if case .row(let fault) = $0 { fault } else { nil } }
    }

    private func imported(_ name: String = "湖塘乡", received: Int = 6, asDraft: Bool = false) async throws -> ReportVersion {
        let sample = SampleReport(name, 2021, received: received)
        return try await records.reports.importReport(
            sample.report, file: sample.file, region: "海安县", asDraft: asDraft, at: .sample
        ).version
    }

    // MARK: Who administers, and settings

    @Test("an account that is made the one person without an event")
    func onePerson() async throws {
        let account = try await temporary.account("wang")
        let found = try await faults(
            "insert into setting (name, value, changed_at) values ('administration', \("\(account.id)"), 0)")
        #expect(found == [.setting("administration")])
        #expect(found[0].description.contains("管理方式"))
    }

    @Test("one person, handed over and separated again, is as the events say; the row taken away is named")
    func administration() async throws {
        let link = try #require(try await accounts.firstLink(at: .sample))
        _ = try await accounts.begin(link, login: "li", name: "李某", password: TemporaryRecords.password, at: .sample)
        let li = try #require(try await temporary.principal(try await temporary.signIn("li")))
        let wang = try await temporary.account("wang")
        #expect(try await verify().holds)
        try await accounts.handOver(to: wang.id, by: li, password: TemporaryRecords.password, at: .sample)
        #expect(try await faults("delete from setting where name = 'administration'") == [.setting("administration")])
    }

    @Test(
        "a setting that was altered, put in or taken away",
        arguments: [
            "update setting set value = '\"http://evil.example\"' where name = 'address'", "delete from setting where name = 'address'",
            "insert into setting (name, value, changed_at) values ('archive-days', '60', 0)",
        ])
    func setting(sql: String) async throws {
        let address = try SiteAddress("https://gk.example.cn")
        try await records.settings.change(by: .program, at: .sample) { $0.address = address }
        #expect(try await faults(SQL(tampering: sql)) == [.setting(sql.contains("archive-days") ? "archive-days" : "address")])
    }

    // MARK: Accounts

    @Test(
        "a password or a second factor that nobody set",
        arguments: ["password = (select password from account where login = 'other')", "password = null"])
    func password(change: String) async throws {
        let account = try await temporary.account("wang")
        _ = try await temporary.account("other")
        #expect(try await faults("update account set \(tampering: change) where id = \(account.id)") == [.password(account: account.id)])
    }

    @Test("a second factor that was taken off, or is another's")
    func secondFactor() async throws {
        let account = try await temporary.account("wang")
        let principal = try #require(try await temporary.principal(try await temporary.signIn("wang")))
        let secret = try await accounts.waitingSecondFactor(principal, at: .sample)
        try await accounts.setSecondFactor(
            principal, code: secret.code(at: .sample), password: TemporaryRecords.password, at: .sample)
        #expect(try await faults("update account set totp = null") == [.secondFactor(account: account.id)])
        try await records.database.write { try $0.execute("update account set totp = \([1, 2, 3])") }
        #expect(try await verify().faults == [.row(.secondFactor(account: account.id))])
    }

    @Test("an account and a session that nobody made")
    func accountAndSession() async throws {
        let account = try await temporary.account("wang")
        _ = try await temporary.signIn("wang")
        let found = try await faults(
            """
            insert into desk_session (token, id, account_id, made_at, seen_at, expires_at, address, agent)
            select \(Hex.sha256("mine")), id + 1, account_id, made_at, seen_at, expires_at, address, agent from desk_session
            """)
        #expect(found.count == 1)
        #expect(found.first?.description.hasPrefix("账号 account:\(account.id) 的登录 ") == true)
        try await records.database.write { db in
            try db.execute("delete from desk_session")
            try db.execute("insert into account (id, login, login_key, name, state, made_at) values (99, 'x', 'x', 'x', 'active', 0)")
        }
        #expect(try await verify().faults == [.row(.account(99))])
    }

    @Test("a cheaper hash renewed at the sign-in is as the events say; one that was planted does not become true by it")
    func rehashed() async throws {
        let account = try await temporary.account("wang")
        let dearer = PasswordCost(log2Rounds: 2, blockSize: 1, parallelism: 1)
        let store = AccountStore(records.audited, records.keys, cost: dearer)
        func enter(_ password: String) async throws {
            _ = try await store.signIn(login: "wang", password: password, code: "", address: "192.0.2.1", agent: "test", at: .sample)
        }
        try await enter(TemporaryRecords.password)
        #expect(try await temporary.events("password.rehashed").count == 1)
        #expect(try await verify().holds)
        let planted = try PasswordHash("planted by a stranger", cost: .trivial)
        try await records.database.write { try $0.execute("update account set password = \(planted.text)") }
        try await enter("planted by a stranger")
        #expect(try await verify().faults == [.row(.password(account: account.id))])
    }

    // MARK: Links and proposals

    @Test("a one-time link that nobody issued, and each thing that was altered of one")
    func link() async throws {
        let (admin, other) = (try await temporary.account("wang", [Grant(.securityAdministrator)]), try await temporary.account("zhao"))
        let token = Hex.sha256("mine")
        let found = try await faults(
            """
            insert into one_time_link (token, account_id, role, purpose, made_at, expires_at, issued_by, waiting)
            values (\(token), \(admin.id), null, 'password', \(Date.sample), \(Date.sample.addingTimeInterval(9_000)), 'account:7', 0)
            """)
        #expect(found == [.link(account: admin.id, purpose: "password", sha256: token)])
        try await records.database.write { try $0.execute("delete from one_time_link") }

        let (mine, _) = try await accounts.issueLink(.password, for: other.id, by: .account(admin.id), at: .sample)
        #expect(try await verify().holds)
        for change in [
            "account_id = \(admin.id)", "purpose = 'secondFactor'", "role = 'auditAdministrator'", "expires_at = expires_at + 86400000",
            "issued_by = 'account:7'", "token = '\(token)'", "waiting = 1",
        ] {
            let kept = try await records.database.read { try $0.row("select * from one_time_link where used_at is null") }
            try await records.database.write { try $0.execute("update one_time_link set \(tampering: change) where used_at is null") }
            #expect(try await verify().faults.count == 1, "\(change)")
            try await records.database.write { db in
                for column in ["account_id", "purpose", "role", "expires_at", "issued_by", "token", "waiting"] {
                    let value = try kept?.value(column) ?? .null
                    try db.execute("update one_time_link set \(name: column) = \(value) where used_at is null")
                }
            }
            #expect(try await verify().holds)
        }
        // Used, and good again by an edit.
        try await accounts.choosePassword(mine, "another good password", at: .sample)
        let again = try await faults("update one_time_link set used_at = null")
        #expect(again == [.link(account: other.id, purpose: "password", sha256: Hex.sha256(mine))])
    }

    @Test("an administrator's link that is confirmed by an edit; two who confirm it are as the events say")
    func waitingLink() async throws {
        let admin = try await temporary.account("wang", [Grant(.securityAdministrator)])
        let second = try await temporary.account("zhao", [Grant(.systemAdministrator)])
        let target = try await temporary.account("qian", [Grant(.auditAdministrator)])
        let (token, outcome) = try await accounts.issueLink(.password, for: target.id, by: .account(admin.id), at: .sample)
        #expect(outcome == .waits)
        let found = try await faults("update one_time_link set waiting = 0 where waiting = 1")
        #expect(found == [.link(account: target.id, purpose: "password", sha256: Hex.sha256(token))])
        try await records.database.write { try $0.execute("update one_time_link set waiting = 1 where used_at is null") }

        let proposal = try #require(try await accounts.proposals(at: .sample).first)
        let principal = try #require(try await temporary.principal(try await temporary.signIn("zhao")))
        #expect(principal.accountID == second.id)
        try await accounts.decide(proposal.id, confirmed: true, by: principal, at: .sample)
        #expect(try await verify().holds)
        // Issued anew: the one before is ended, and its proposal replaced.
        _ = try await accounts.issueLink(.password, for: target.id, by: .account(admin.id), at: .sample)
        _ = try await accounts.issueLink(.password, for: target.id, by: .account(admin.id), at: .sample)
        #expect(try await verify().holds)
    }

    @Test("a proposal in another administrator's name")
    func proposal() async throws {
        let admin = try await temporary.account("wang", [Grant(.securityAdministrator)])
        let other = try await temporary.account("zhao", [Grant(.systemAdministrator)])
        let target = try await temporary.account("qian")
        _ = try await accounts.give(Grant(.auditAdministrator), to: target.id, by: .account(admin.id), at: .sample)
        let open = try #require(try await accounts.proposals(at: .sample).first)
        #expect(try await faults("update proposal set proposed_by = \(other.id)") == [.proposal(open.id)])
        try await records.database.write { db in
            try db.execute("update proposal set proposed_by = \(admin.id)")
            try db.execute(
                """
                insert into proposal (id, kind, account_id, role, proposed_by, proposed_at)
                select 77, kind, account_id, role, proposed_by, proposed_at from proposal
                """)
        }
        #expect(try await verify().faults == [.row(.proposal(77))])
    }

    // MARK: Organizations

    @Test(
        "an organization that an edit puts under another, makes its own superior, ends or takes away",
        arguments: ["parent_id = 3", "parent_id = null", "parent_id = id", "state = 'dissolved'", "state = 'unfiled'"])
    func organization(change: String) async throws {
        let store = records.organizations
        func add(_ name: String, _ kind: OrganizationKind, under parent: Int?) async throws -> Int {
            try await store.add(.init(name: name, kind: kind, parentID: parent), by: .program, at: .sample).id
        }
        let county = try await add("青溪县", .county, under: nil)
        let town = try await add("石桥镇", .town, under: county)
        let other = try await add("云山县", .county, under: nil)
        #expect(other == 3)
        let bureau = try await add("县教育局", .bureau, under: county)
        let station = try await add("站", .office, under: bureau)
        try await store.move(station, under: town, by: .program, at: .sample)
        try await store.dissolve(bureau, since: try .on("2021-01-01"), basis: nil, by: .program, at: .sample)
        #expect(try await faults("update organization set \(tampering: change) where id = \(town)") == [.organization(town)])
    }

    // MARK: Reports

    @Test("a version that is withdrawn, published or altered by an edit", arguments: [false, true])
    func version(isDraft: Bool) async throws {
        let id = try await imported(asDraft: isDraft).id
        let state = isDraft ? "'published', is_current = 1" : "'withdrawn', is_current = 0"
        #expect(try await faults("update report_version set state = \(tampering: state)") == [.state(version: id), .current(version: id)])
    }

    @Test(
        "what a version holds",
        arguments: [
            "snapshot = replace(snapshot, '湖塘乡', '湖糖乡')", "sha256 = '\(String(repeating: "0", count: 64))'", "file_name = 'other.pdf'",
            "organization = '别的乡'",
        ])
    func content(change: String) async throws {
        let id = try await imported().id
        #expect(try await faults("update report_version set \(tampering: change)") == [.content(version: id)])
    }

    @Test("who withdrew a version, why, and whether from above; a mark of the current one that no query knows; whose report it is")
    func withdrawal() async throws {
        let (old, new) = (try await imported(received: 5), try await imported(received: 6))
        try await records.reports.withdraw(new.id, reason: "有误", by: .program, at: .sample)
        #expect(try await verify().holds)
        for change in ["withdrawn_above = 1", "withdrawn_reason = '无误'"] {
            let before = try await records.database.read { db in
                try #require(try db.row("select withdrawn_reason from report_version where id = \(new.id)")).text(
                    "withdrawn_reason")
            }
            #expect(
                try await faults("update report_version set \(tampering: change) where id = \(new.id)") == [.withdrawal(version: new.id)],
                "\(change)")
            try await records.database.write { db in
                try db.execute("update report_version set withdrawn_above = 0, withdrawn_reason = \(before) where id = \(new.id)")
            }
        }
        #expect(
            try await faults("update report_version set is_current = 2 where id = \(old.id)").contains(
                .current(version: old.id)))
        try await records.database.write { db in
            try db.execute("update report_version set is_current = 0 where id = \(old.id)")
        }
        try await temporary.organization(902)
        #expect(
            try await faults("update report set organization_id = 902") == [.report(version: old.id), .report(version: new.id)])
    }

    @Test("which version counts, through withdrawing and putting back; and versions that nobody imported, or that are gone")
    func current() async throws {
        let (old, new) = (try await imported(received: 5), try await imported(received: 6))
        let reports = records.reports
        try await reports.withdraw(new.id, reason: "有误", by: .program, at: .sample)
        #expect(try await verify().holds)
        try await reports.publish(old.id, by: .program, at: .sample)
        #expect(try await verify().holds)
        try await reports.publish(new.id, by: .program, at: .sample)
        let third = try await imported("城关镇")
        let swapped = try await faults(
            "update report_version set is_current = 0 where id = \(new.id)")
        #expect(swapped == [.current(version: new.id)])
        try await records.database.write { db in
            try db.execute("update report_version set is_current = 1 where id = \(old.id)")
        }
        #expect(try await verify().faults == [.row(.current(version: old.id)), .row(.current(version: new.id))])
        try await records.database.write { db in
            try db.execute("update report_version set is_current = 0 where id = \(old.id)")
            try db.execute("update report_version set is_current = 1 where id = \(new.id)")
            try db.execute(
                """
                insert into report_version (id, report_id, organization_id, number, organization, file_name, format, bytes, sha256,
                  imported_at, snapshot, state)
                select 903, report_id, organization_id, 903, organization, file_name, format, bytes, 'x', imported_at, snapshot, state
                from report_version where id = \(old.id)
                """)
            for table in ["report_figure", "report_finding"] {
                try db.execute("delete from \(name: table) where version_id = \(third.id)")
            }
            try db.execute("delete from report_version where id = \(third.id)")
        }
        #expect(try await verify().faults == [.row(.version(903)), .row(.versionGone(third.id))])
    }

    @Test("a printed name that is an organization's without anybody's word; given and taken back it is as the events say")
    func name() async throws {
        try await temporary.organization(2)
        let log = records.audit
        try await records.change(by: .program, at: .sample) { [reports = records.reports] change in
            try reports.keepAlias("青溪县教育局", year: nil, of: 2, change)
        }
        #expect(try await verify().holds)
        // A word counts by who gave it.
        _ = try await temporary.account("zhang")
        #expect(
            try await faults("update organization_alias set account_id = (select min(id) from account)") == [
                .name(organization: 2, "青溪县教育局")
            ])
        try await records.database.write { db in try db.execute("update organization_alias set account_id = null") }
        let sql = """
            insert into organization_alias (organization_id, key, name, confirmed_at) values (2, '青溪县财政局', '青溪县财政局', 0)
            """
        #expect(try await faults(SQL(tampering: sql)) == [.name(organization: 2, "青溪县财政局")])
        try await records.database.write { db in
            try db.execute("delete from organization_alias where name = '青溪县财政局'")
            try log.append(
                AuditEvent(
                    .program, .organizations, "organization.nameWithdrawn", subject: .organization(2), organization: 2,
                    facts: ["name": "青溪县教育局"]), at: .sample, db)
        }
        #expect(try await verify().faults == [.row(.name(organization: 2, "青溪县教育局"))])
    }

    @Test("a figure that is not the one of its report is told by the check of the whole store")
    func figure() async throws {
        let id = try await imported().id
        #expect(try await records.storage.verify().faults == [])
        try await records.database.write { try $0.execute("update report_figure set number = 999 where kind = 'count'") }
        let found = try await records.storage.verify().faults
        #expect(found.count == 1 && found[0].contains("报告 \(id) 的数字"), "\(found)")
    }

    // MARK: Older databases

    @Test("what an older program recorded, without codes, is no fault; how much of it there is, is told")
    func older() async throws {
        let log = records.audit
        let hash = try PasswordHash(TemporaryRecords.password, cost: .trivial)
        let (token, made) = (Hex.sha256("old"), Date.sample)
        try await records.database.write { db in
            try db.execute(
                """
                insert into account (id, login, login_key, name, state, password, made_at)
                values (1, 'li', 'li', '李', 'active', \(hash.text), 0)
                """)
            try log.append(AuditEvent(.visitor, .accounts, "account.made", subject: .account(1)), at: made, db)
            try log.append(AuditEvent(.account(1), .accounts, "session.begun", subject: .account(1)), at: made, db)
            try db.execute(
                """
                insert into desk_session (token, id, account_id, made_at, seen_at, expires_at, address, agent)
                values (\(token), 1, 1, \(made), \(made), \(made.addingTimeInterval(12 * 3600)), '', '')
                """)
            try log.append(
                AuditEvent(
                    .account(1), .accounts, "link.issued", subject: .account(1), facts: ["purpose": "password", "role": .null]), at: made,
                db)
            try db.execute(
                """
                insert into one_time_link (token, account_id, purpose, made_at, expires_at)
                values (\(token), 1, 'password', \(made), \(made.addingTimeInterval(72 * 3600)))
                """)
        }
        let version = try await imported()
        let verification = try await verify()
        #expect(verification.holds, "\(verification.faults)")
        #expect(verification.uncoded == 2)
        #expect(verification.reservation?.contains("2 项") == true)
        // A version that was there before the first event of one.
        try await records.database.write { db in
            try db.execute(
                """
                insert into report_version (id, report_id, organization_id, number, organization, file_name, format, bytes, sha256,
                  imported_at, snapshot, state)
                select 0, report_id, organization_id, 0, organization, file_name, format, bytes, 'x', imported_at, snapshot, state
                from report_version where id = \(version.id)
                """)
        }
        #expect(try await verify().holds)
        // What the old events do say holds even so.
        try await records.database.write { try $0.execute("update one_time_link set expires_at = expires_at * 2") }
        #expect(try await verify().faults.count == 1)
    }
}
