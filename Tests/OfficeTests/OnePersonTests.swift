import Database
import Foundation
import Markup
import TestSupport
import Testing

@testable import Office
@testable import Reports

@Suite("One person who administers and works alone", .opensDatabases)
struct OnePersonTests {
    /// An office that one person began, with an organization of their own.
    struct Town {
        let temporary: TemporaryRecords
        let li: Principal
        let organization: Organization
        var accounts: AccountStore { temporary.records.accounts }

        init(_ kind: OrganizationKind = .town) async throws {
            temporary = try await TemporaryRecords()
            let accounts = temporary.records.accounts
            let link = try #require(try await accounts.firstLink(at: .sample))
            _ = try await accounts.begin(link, login: "li", name: "李某", password: TemporaryRecords.password, at: .sample)
            li = try #require(try await temporary.principal(try await temporary.signIn("li")))
            organization = try await temporary.records.beginOrganization(
                OrganizationDraft(name: "柳渡乡", kind: kind), by: li, at: .sample)
        }

        /// The same person with the roles of now.
        func now() async throws -> Principal {
            try #require(try await temporary.principal(try await temporary.signIn("li")))
        }

        func administration() async throws -> AdministrationMode { try await accounts.administration() }

        /// Somebody appointed, with a password where they came.
        func appoint(_ role: Role, comes: Bool = true) async throws -> Account {
            let login = role.rawValue
            let (account, token) = try await accounts.appoint(
                role, login: login, name: "某" + login, by: li, password: TemporaryRecords.password, at: .sample)
            if comes { try await accounts.choosePassword(token, TemporaryRecords.password, at: .sample) }
            return account
        }

        func only() async throws -> Proposal {
            let open = try await accounts.proposals(at: .sample)
            #expect(open.count == 1)
            return try #require(open.first)
        }
    }

    @Test("one link begins an office: its person holds the administrators' roles, which is recorded; then it and all others are dead")
    func begins() async throws {
        let temporary = try await TemporaryRecords()
        let accounts = temporary.records.accounts
        let earlier = try #require(try await accounts.firstLink(at: .sample))
        let link = try #require(try await accounts.firstLink(at: .sample))
        let three = try await accounts.firstLinks(at: .sample)
        #expect(try await accounts.link(link, at: .sample)?.isOnePersons == true)
        let account = try await accounts.begin(link, login: "li", name: "李某", password: TemporaryRecords.password, at: .sample)
        #expect(Set(account.grants) == Set(Role.administrators.map { Grant($0) }))
        #expect(try await accounts.administration() == .onePerson(account: account.id))
        #expect(try await temporary.events("administration.one-person").map(\.subject) == ["account:\(account.id)"])
        let unknown = Hex.token()
        try await temporary.records.database.write { db in
            try db.execute(
                """
                insert into one_time_link (token, role, purpose, made_at, expires_at)
                values (\(Hex.sha256(unknown)), 'emperor', 'first', 0, \(Date.sample.addingTimeInterval(3600)))
                """)
        }
        #expect(try await accounts.link(unknown, at: .sample) == nil)
        try await temporary.records.database.write { try $0.execute("delete from one_time_link where role = 'emperor'") }
        for token in [earlier, link] + three.map(\.token) {
            #expect(try await accounts.link(token, at: .sample) == nil)
            await #expect(throws: AccountError.linkInvalid) {
                try await accounts.begin(token, login: "wang", name: "王某", password: TemporaryRecords.password, at: .sample)
            }
        }
        #expect(try await accounts.firstLink(at: .sample) == nil)
        #expect(try await accounts.firstLinks(at: .sample).isEmpty)
        #expect(try await temporary.records.verifyAudit(by: .program, at: .sample).holds)
    }

    @Test("where one of three administrators has begun, nobody begins alone: an office of before stays as it was")
    func separateStays() async throws {
        let temporary = try await TemporaryRecords()
        let accounts = temporary.records.accounts
        let alone = try #require(try await accounts.firstLink(at: .sample))
        let three = try await accounts.firstLinks(at: .sample)
        _ = try await accounts.begin(three[0].token, login: "xitong", name: "某甲", password: TemporaryRecords.password, at: .sample)
        #expect(try await accounts.link(alone, at: .sample) == nil)
        #expect(try await accounts.firstLink(at: .sample) == nil)
        #expect(try await accounts.administration() == .separate)
        #expect(try await accounts.firstLinks(at: .sample).map(\.role) == [.securityAdministrator, .auditAdministrator])
    }

    @Test(
        "roles that one person gets in their organization: the department in charge from the county up alone (article 4)",
        arguments: [
            (OrganizationKind.town, false), (.bureau, false), (.county, true), (.city, true), (.province, true),
        ])
    func workingRoles(kind: OrganizationKind, isInCharge: Bool) async throws {
        let town = try await Town(kind)
        let grants = try await town.now().grants
        #expect(Set(grants.map(\.role)) == Set(Role.allCases.filter { $0 != .supervisor || isInCharge }))
        #expect(grants.allSatisfy { $0.role.isAdministrator == ($0.organizationID == nil) })
        #expect(try await town.temporary.records.settings.current(at: .sample).officeName == "柳渡乡")
    }

    @Test("the whole table of rights: one person has what the rows of their roles say, for their organization and no other")
    func table() async throws {
        let town = try await Town()
        let li = try await town.now()
        for right in House.whole.rights {
            let reaches = Set(li.grants.map(\.role)).compactMap { Permission.reach($0, right) }
            #expect(li.has(right) == (right == .ownAccount || !reaches.isEmpty), "\(right)")
            #expect(li.may(right, on: [town.organization.id]) == !reaches.isEmpty, "\(right)")
            #expect(li.may(right, on: [999]) == reaches.contains(.site), "\(right)")
        }
    }

    @Test(
        "every pair of roles: one person may hold both; anybody else beside, and everybody once separate, as ever", arguments: Role.allCases
    )
    func pairs(role: Role) async throws {
        let town = try await Town()
        let clerk = try await town.temporary.account("zhang", [Grant(role, in: role.isAdministrator ? nil : town.organization.id)])
        for other in Role.allCases where other != role {
            let administration = try await town.administration()
            #expect(administration.allows(role, beside: other, for: town.li.accountID))
            #expect(administration.allows(role, beside: other, for: clerk.id) == role.isCompatible(with: other))
            #expect(AdministrationMode.separate.allows(role, beside: other, for: town.li.accountID) == role.isCompatible(with: other))
            let grant = Grant(other, in: other.isAdministrator ? nil : town.organization.id)
            if role.isCompatible(with: other) {
                try await town.accounts.give(grant, to: clerk.id, by: .program, at: .sample)
                try await town.accounts.take(grant, from: clerk.id, by: .program, at: .sample)
            } else {
                await #expect(throws: AccountError.incompatible(other, with: role)) {
                    try await town.accounts.give(grant, to: clerk.id, by: .program, at: .sample)
                }
            }
        }
    }

    @Test("what takes two: the one person confirms with the password again, and proposal and events are marked")
    func confirmsAlone() async throws {
        let town = try await Town()
        let accounts = town.accounts
        let zhang = try await town.temporary.account("zhang")
        #expect(try await accounts.give(Grant(.auditAdministrator), to: zhang.id, by: town.li.actor, at: .sample) == .waits)
        let proposal = try await town.only()
        #expect(proposal.isConfirmedAlone(by: town.li.accountID, in: try await town.administration()))
        await #expect(throws: AccountError.passwordMissing) {
            try await accounts.decide(proposal.id, confirmed: true, by: town.li, at: .sample)
        }
        await #expect(throws: AccountError.wrongPassword) {
            try await accounts.decide(proposal.id, confirmed: true, password: "not the password", by: town.li, at: .sample)
        }
        #expect(try await accounts.account(zhang.id)?.grants == [])
        try await accounts.decide(proposal.id, confirmed: true, password: TemporaryRecords.password, by: town.li, at: .sample)
        #expect(try await accounts.account(zhang.id)?.grants == [Grant(.auditAdministrator)])
        let event = try #require(try await town.temporary.events("proposal.confirmed").first)
        #expect("\(event.facts)".contains("\"alone\":true"))
        let decision = try await town.temporary.records.database.read { db in
            try db.row("select decision from proposal where id = \(proposal.id)")?.text("decision")
        }
        #expect(decision == "confirmed-alone")
        // One's own link, too: nobody else could confirm it.
        let (token, outcome) = try await accounts.issueLink(.password, for: town.li.accountID, by: town.li.actor, at: .sample)
        #expect(outcome == .waits)
        try await accounts.decide(try await town.only().id, confirmed: true, password: TemporaryRecords.password, by: town.li, at: .sample)
        #expect(try await accounts.link(token, at: .sample) != nil)
        // Nothing was gained by whom it was not meant for.
        let audit = try #require(try await accounts.account(zhang.id))
        #expect(!proposal.mayConfirm(audit.id, audit.grants, in: try await town.administration()))
        #expect(try await town.temporary.records.verifyAudit(by: .program, at: .sample).holds)
    }

    @Test("declining needs no password; where the administrators are separate, no password lets anybody confirm alone")
    func otherwise() async throws {
        let town = try await Town()
        let zhang = try await town.temporary.account("zhang")
        _ = try await town.accounts.give(Grant(.auditAdministrator), to: zhang.id, by: town.li.actor, at: .sample)
        try await town.accounts.decide(try await town.only().id, confirmed: false, by: town.li, at: .sample)
        #expect(try await town.accounts.account(zhang.id)?.grants == [])

        let temporary = try await TemporaryRecords()
        let accounts = temporary.records.accounts
        _ = try await temporary.account("anquan", [Grant(.securityAdministrator)])
        let security = try #require(try await temporary.principal(try await temporary.signIn("anquan")))
        let wang = try await temporary.account("wang")
        _ = try await accounts.give(Grant(.auditAdministrator), to: wang.id, by: security.actor, at: .sample)
        let open = try #require(try await accounts.proposals(at: .sample).first)
        await #expect(throws: AccountError.mayNotDecide) {
            try await accounts.decide(open.id, confirmed: true, password: TemporaryRecords.password, by: security, at: .sample)
        }
        for attempt in [
            {
                try await accounts.separate(keeping: .securityAdministrator, by: security, password: TemporaryRecords.password, at: .sample)
            },
            { try await accounts.handOver(to: wang.id, by: security, password: TemporaryRecords.password, at: .sample) },
            {
                _ = try await accounts.appoint(
                    .auditAdministrator, login: "new", name: "某", by: security, password: TemporaryRecords.password, at: .sample)
            },
        ] as [() async throws -> Void] {
            await #expect(throws: AccountError.notOnePerson) { try await attempt() }
        }
    }

    @Test(
        "separating waits until each administrator can sign in; then nobody holds what does not go together",
        arguments: [
            nil, Role.systemAdministrator, .securityAdministrator, .auditAdministrator,
        ])
    func separates(kept: Role?) async throws {
        let town = try await Town()
        let wanted = Role.administrators.filter { $0 != kept }
        await #expect(throws: AccountError.administratorsMissing(wanted)) {
            try await town.accounts.separate(keeping: kept, by: town.li, password: TemporaryRecords.password, at: .sample)
        }
        for role in wanted.dropLast() { _ = try await town.appoint(role) }
        // Appointed and never seen: separating now would leave nobody for it.
        let late = try #require(wanted.last)
        let account = try await town.appoint(late, comes: false)
        await #expect(throws: AccountError.administratorsMissing([late])) {
            try await town.accounts.separate(keeping: kept, by: town.li, password: TemporaryRecords.password, at: .sample)
        }
        #expect(try await town.now().grants.count == Role.allCases.count - 1)
        let (token, outcome) = try await town.accounts.issueLink(.password, for: account.id, by: .program, at: .sample)
        #expect(outcome == .done)
        try await town.accounts.choosePassword(token, TemporaryRecords.password, at: .sample)
        await #expect(throws: AccountError.wrongPassword) {
            try await town.accounts.separate(keeping: kept, by: town.li, password: "not the password", at: .sample)
        }
        try await town.accounts.separate(keeping: kept, by: town.li, password: TemporaryRecords.password, at: .sample)
        #expect(try await town.administration() == .separate)
        let roles = Set(try await town.now().grants.map(\.role))
        #expect(roles == (kept.map { [$0] } ?? Set(Role.working(in: .town))))
        // Each role is somebody's who can sign in, and nobody holds two of which one excludes the other.
        let people = try await town.accounts.all()
        for role in Role.administrators { #expect(people.contains { $0.state == .active && $0.holds(role) }) }
        for person in people {
            for first in person.grants { for second in person.grants { #expect(first.role.isCompatible(with: second.role)) } }
        }
        #expect(try await town.temporary.events("administration.separated").map(\.actor) == [town.li.actor])
        #expect(try await town.temporary.records.verifyAudit(by: .program, at: .sample).holds)
    }

    @Test("who appoints alone is marked in the events; only administrators are appointed so")
    func appoints() async throws {
        let town = try await Town()
        _ = try await town.appoint(.auditAdministrator)
        for action in ["role.given", "link.issued"] {
            let event = try #require(try await town.temporary.events(action).first)
            #expect("\(event.facts)".contains("\"alone\":true"), "\(action)")
        }
        await #expect(throws: AccountError.organizationMissing(.reviewer)) {
            try await town.accounts.appoint(
                .reviewer, login: "new", name: "某", by: town.li, password: TemporaryRecords.password, at: .sample)
        }
        await #expect(throws: AccountError.wrongPassword) {
            try await town.accounts.appoint(
                .systemAdministrator, login: "new", name: "某", by: town.li, password: "not the password", at: .sample)
        }
        #expect(try await town.accounts.account(login: "new") == nil)
    }

    @Test("one person hands all over to another, who does all alone; the first is out at once")
    func handsOver() async throws {
        let town = try await Town()
        let accounts = town.accounts
        let heir = try await town.temporary.account("wang")
        let invited = try await accounts.make(login: "lai", name: "赖某", phone: nil, by: .program, at: .sample)
        await #expect(throws: AccountError.successor(name: "赖某")) {
            try await accounts.handOver(to: invited.id, by: town.li, password: TemporaryRecords.password, at: .sample)
        }
        await #expect(throws: AccountError.wrongPassword) {
            try await accounts.handOver(to: heir.id, by: town.li, password: "not the password", at: .sample)
        }
        // The usual way out would leave nobody: it is refused before anything is done.
        await #expect(throws: AccountError.onePersonLeaves(name: "李某")) {
            try await accounts.leave(town.li.accountID, successor: heir.id, by: town.li.actor, at: .sample)
        }
        let before = try await town.now().grants
        try await accounts.handOver(to: heir.id, by: town.li, password: TemporaryRecords.password, at: .sample)
        #expect(try await town.administration() == .onePerson(account: heir.id))
        #expect(Set(try #require(try await accounts.account(heir.id)).grants) == Set(before))
        #expect(try await accounts.account(town.li.accountID)?.state == .left)
        #expect(try await town.temporary.signIn("li") == .refused)
        #expect(try await town.temporary.principal(try await town.temporary.signIn("wang")) != nil)
        #expect(try await town.temporary.events("administration.handed-over").count == 1)
        #expect(try await town.temporary.records.verifyAudit(by: .program, at: .sample).holds)
    }

    @Test("an administrator to come cannot put the one person out; on the server it can be handed over without them")
    func cannotBePutOut() async throws {
        let town = try await Town()
        let accounts = town.accounts
        for role in Role.administrators { _ = try await town.appoint(role) }
        let system = try #require(try await town.temporary.principal(try await town.temporary.signIn("systemAdministrator")))
        let heir = try await town.temporary.account("wang")
        await #expect(throws: AccountError.onePersonLeaves(name: "李某")) {
            try await accounts.leave(town.li.accountID, successor: heir.id, by: system.actor, at: .sample)
        }
        #expect(try await town.temporary.principal(try await town.temporary.signIn("li")) != nil)
        // The others hold every administrator's role, so that only the working ones pass on, and the three are separate.
        try await accounts.leave(town.li.accountID, successor: heir.id, by: .program, at: .sample)
        #expect(try await town.administration() == .separate)
        #expect(Set(try #require(try await accounts.account(heir.id)).grants.map(\.role)) == Set(Role.working(in: .town)))
    }

    @Test("how far an office has come is counted; one person with several organizations or accounts has outgrown it")
    func firstSteps() async throws {
        let town = try await Town()
        let records = town.temporary.records
        var steps = try await records.firstSteps()
        #expect(steps.organizations == 1 && steps.accounts == 1 && steps.workers == 1 && steps.isNamed)
        #expect(!steps.hasOutgrownOnePerson)
        try await records.organizations.add(OrganizationDraft(name: "桃岭镇", kind: .town), by: town.li.actor, at: .sample)
        steps = try await records.firstSteps()
        #expect(steps.organizations == 2 && steps.hasOutgrownOnePerson)
        // Told, and never locked out: all still works.
        #expect(try await town.now().grants.count == Role.allCases.count - 1)
    }

    @Test("an organization that cannot be leaves nothing behind: no role, no name")
    func nothingHalf() async throws {
        let temporary = try await TemporaryRecords()
        let accounts = temporary.records.accounts
        let link = try #require(try await accounts.firstLink(at: .sample))
        _ = try await accounts.begin(link, login: "li", name: "李某", password: TemporaryRecords.password, at: .sample)
        let li = try #require(try await temporary.principal(try await temporary.signIn("li")))
        await #expect(throws: OrganizationError.self) {
            try await temporary.records.beginOrganization(OrganizationDraft(name: "甲/乙", kind: .town), by: li, at: .sample)
        }
        #expect(try await accounts.account(li.accountID)?.grants.count == 3)
        #expect(try await temporary.records.firstSteps().isNamed == false)
    }
}

@Suite("The site's own address", .opensDatabases)
struct SiteAddressTests {
    @Test(
        "scheme, host and port, in one spelling",
        arguments: [
            ("https://gk.example.gov.cn", "https://gk.example.gov.cn", false),
            (" HTTP://GK.Example.gov.cn/ ", "http://gk.example.gov.cn", false),
            ("http://192.168.1.20:8080", "http://192.168.1.20:8080", false), ("http://127.0.0.1:8080/", "http://127.0.0.1:8080", true),
            ("http://localhost:8080", "http://localhost:8080", true), ("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443", false),
            ("http://[::1]", "http://[::1]", true), ("https://xn--fiq228c.cn", "https://xn--fiq228c.cn", false),
        ])
    func good(typed: String, address: String, isThisMachine: Bool) throws {
        let read = try SiteAddress(typed)
        #expect(read.description == address && read.isThisMachine == isThisMachine)
    }

    @Test(
        "anything else is refused in words",
        arguments: [
            "", "gk.example.gov.cn", "ftp://example.cn", "javascript:alert(1)", "https://", "https:///", "https://a/desk", "https://a?b",
            "https://a#b", "https://user@a", "https://a\\b", "https://a b", "https://a:0", "https://a:65536", "https://a:", "https://a:1:2",
            "https://:80", "https://a..b", "https://.a", "https://[::1", "https://[zz]", "https://[::1]x", "https://中文.cn",
            "https://a\u{301}.cn",
            "http://0.0.0.0:8080", "http://[::]:8080", "https://" + String(repeating: "a", count: 300), "https://a\"onclick=x",
        ])
    func bad(typed: String) {
        #expect(throws: SiteAddressError.self) { try SiteAddress(typed) }
    }

    @Test("an address among the settings is kept with its event, and read back")
    func setting() async throws {
        let temporary = try await TemporaryRecords()
        let address = try SiteAddress("https://gk.example.gov.cn")
        try await temporary.records.settings.change(by: .program, at: .sample) { $0.address = address }
        #expect(try await temporary.records.settings.current(at: .sample).address == address)
        let event = try #require(try await temporary.events("setting.changed").first)
        #expect(event.fields == ["address"] && "\(event.facts)".contains("https://gk.example.gov.cn"))
        #expect(throws: SettingError.unreadable("address")) { try OfficeSettings(rows: ["address": .string("nowhere")]) }
        #expect(throws: SettingError.unreadable("administration")) { try OfficeSettings(rows: ["administration": .string("1")]) }
    }
}
