import Database
import Foundation
import Law
import TestSupport
import Testing

@testable import Office
@testable import Reports

@Suite("What needs two administrators", .opensDatabases)
struct ProposalTests {
    private struct Three {
        let temporary: TemporaryRecords
        let system: Principal
        let security: Principal
        let audit: Principal
        var accounts: AccountStore { temporary.records.accounts }

        init() async throws {
            temporary = try await TemporaryRecords()
            var principals: [Principal] = []
            for (login, role) in [
                ("xitong", Role.systemAdministrator), ("anquan", .securityAdministrator), ("shenji", .auditAdministrator),
            ] {
                _ = try await temporary.account(login, [Grant(role)])
                principals.append(try #require(try await temporary.principal(try await temporary.signIn(login))))
            }
            (system, security, audit) = (principals[0], principals[1], principals[2])
        }

        func only() async throws -> Proposal {
            let open = try await accounts.proposals(at: .sample)
            #expect(open.count == 1)
            return try #require(open.first)
        }
    }

    @Test("an administrator's role waits for another administrator; neither who proposes it nor whom it is about confirms it")
    func role() async throws {
        let three = try await Three()
        let accounts = three.accounts
        let zhang = try await three.temporary.account("zhang")
        let old = try await accounts.issueLink(.password, for: zhang.id, by: three.security.actor, at: .sample)
        #expect(old.outcome == .done)
        #expect(try await accounts.give(Grant(.systemAdministrator), to: zhang.id, by: three.security.actor, at: .sample) == .waits)
        #expect(try await accounts.account(zhang.id)?.grants == [])
        let first = try await three.only()
        // Proposed again it takes the place of the one before.
        _ = try await accounts.give(Grant(.systemAdministrator), to: zhang.id, by: three.security.actor, at: .sample)
        let proposal = try await three.only()
        #expect(proposal.id != first.id)
        await #expect(throws: AccountError.proposalGone) {
            try await accounts.decide(first.id, confirmed: true, by: three.audit, at: .sample)
        }
        #expect(try await three.temporary.events("proposal.replaced").count == 1)
        let session = try await three.temporary.signIn("zhang")
        let himself = try #require(try await three.temporary.principal(session))
        for who in [three.security, himself] {
            await #expect(throws: AccountError.mayNotDecide) {
                try await accounts.decide(proposal.id, confirmed: true, by: who, at: .sample)
            }
        }
        try await accounts.decide(proposal.id, confirmed: true, by: three.audit, at: .sample)
        #expect(try await accounts.account(zhang.id)?.grants == [Grant(.systemAdministrator)])
        // Neither a link from before, nor a session, nor a password that somebody chose by one lets in an administrator.
        #expect(try await accounts.link(old.token, at: .sample) == nil)
        #expect(try await three.temporary.principal(session) == nil)
        #expect(try await three.temporary.signIn("zhang") == .refused)
        let link = try await accounts.issueLink(.password, for: zhang.id, by: three.security.actor, at: .sample)
        #expect(link.outcome == .waits)
        try await accounts.decide(try await three.only().id, confirmed: true, by: three.audit, at: .sample)
        try await accounts.choosePassword(link.token, "another long pass phrase", at: .sample)
        #expect(try await three.temporary.principal(try await three.temporary.signIn("zhang", "another long pass phrase")) != nil)
        await #expect(throws: AccountError.proposalGone) {
            try await accounts.decide(proposal.id, confirmed: true, by: three.audit, at: .sample)
        }
    }

    @Test("declined, nothing is done; who proposed it may withdraw it")
    func declined() async throws {
        let three = try await Three()
        let zhang = try await three.temporary.account("zhang")
        for who in [three.security, three.system] {
            _ = try await three.accounts.give(Grant(.auditAdministrator), to: zhang.id, by: three.security.actor, at: .sample)
            try await three.accounts.decide(try await three.only().id, confirmed: false, by: who, at: .sample)
            #expect(try await three.accounts.account(zhang.id)?.grants == [])
            #expect(try await three.accounts.proposals(at: .sample) == [])
        }
    }

    @Test("an administrator's link is good once another administrator has confirmed it, and then as long as any")
    func link() async throws {
        let three = try await Three()
        let accounts = three.accounts
        let first = try await accounts.issueLink(.password, for: three.system.accountID, by: three.security.actor, at: .sample)
        let (token, outcome) = try await accounts.issueLink(.password, for: three.system.accountID, by: three.security.actor, at: .sample)
        #expect(outcome == .waits)
        #expect(try await accounts.link(token, at: .sample) == nil)
        let proposal = try await three.only()
        #expect(proposal.kind == .link(.password))
        for who in [three.security, three.system] {
            await #expect(throws: AccountError.mayNotDecide) {
                try await accounts.decide(proposal.id, confirmed: true, by: who, at: .sample)
            }
        }
        let later = Date.sample.addingTimeInterval(48 * 3600)
        try await accounts.decide(proposal.id, confirmed: true, by: three.audit, at: later)
        #expect(try await accounts.link(token, at: later.addingTimeInterval(71 * 3600)) != nil)
        #expect(try await accounts.link(first.token, at: later) == nil)

        let declined = try await accounts.issueLink(.password, for: three.system.accountID, by: three.security.actor, at: later)
        try await accounts.decide(try await three.only().id, confirmed: false, by: three.audit, at: later)
        #expect(try await accounts.link(declined.token, at: later) == nil)
    }

    @Test("who lost password and second factor gets two links, each confirmed apart")
    func links() async throws {
        let three = try await Three()
        let accounts = three.accounts
        let tokens = [
            try await accounts.issueLink(.password, for: three.system.accountID, by: three.security.actor, at: .sample).token,
            try await accounts.issueLink(.secondFactor, for: three.system.accountID, by: three.security.actor, at: .sample).token,
        ]
        let open = try await accounts.proposals(at: .sample)
        #expect(open.map(\.kind) == [.link(.password), .link(.secondFactor)])
        for proposal in open { try await accounts.decide(proposal.id, confirmed: true, by: three.audit, at: .sample) }
        for token in tokens { #expect(try await accounts.link(token, at: .sample) != nil) }
    }

    @Test("what nobody decides lapses after a week; what a proposer left behind who is put out cannot be confirmed")
    func lapsing() async throws {
        let three = try await Three()
        let accounts = three.accounts
        let zhang = try await three.temporary.account("zhang")
        _ = try await accounts.give(Grant(.systemAdministrator), to: zhang.id, by: three.security.actor, at: .sample)
        let old = try await three.only().id
        let late = Date.sample.addingTimeInterval(7 * 86_400 + 1)
        #expect(try await accounts.proposals(at: late) == [])
        await #expect(throws: AccountError.proposalGone) { try await accounts.decide(old, confirmed: true, by: three.audit, at: late) }

        let other = try await three.temporary.account("anquan2", [Grant(.securityAdministrator)])
        try await accounts.take(Grant(.securityAdministrator), from: three.security.accountID, by: .account(other.id), at: .sample)
        await #expect(throws: AccountError.proposerGone(name: three.security.name)) {
            try await accounts.decide(old, confirmed: true, by: three.audit, at: .sample)
        }
        try await accounts.decide(old, confirmed: false, by: three.audit, at: .sample)
        #expect(try await accounts.account(zhang.id)?.grants == [])
    }

    @Test("two who confirm at once: it is done once")
    func atOnce() async throws {
        let three = try await Three()
        let accounts = three.accounts
        let zhang = try await three.temporary.account("zhang")
        _ = try await accounts.give(Grant(.systemAdministrator), to: zhang.id, by: three.security.actor, at: .sample)
        let id = try await three.only().id
        let done = await withTaskGroup(of: Bool.self) { group in
            for who in [three.audit, three.system] {
                group.addTask {
                    do {
                        try await accounts.decide(id, confirmed: true, by: who, at: .sample)
                        return true
                    } catch { return false }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(done == 1)
        #expect(try await accounts.account(zhang.id)?.grants == [Grant(.systemAdministrator)])
    }

    @Test("a link that somebody used names who issued it, and not its victim, as far as is known")
    func issuer() async throws {
        let three = try await Three()
        let zhang = try await three.temporary.account("zhang")
        let (token, _) = try await three.accounts.issueLink(.password, for: zhang.id, by: three.security.actor, at: .sample)
        try await three.accounts.choosePassword(token, "another long pass phrase", at: .sample)
        let event = try #require(
            try await three.temporary.events("password.chosen").first)
        #expect(event.actor == .visitor)
        #expect("\(event.facts)".contains("\"issuer\":\"account:\(three.security.accountID)\""))
    }

    @Test("who leaves hands roles over once the security administrator confirms; without any to hand over at once")
    func leaving() async throws {
        let three = try await Three()
        let accounts = three.accounts
        let clerk = try await three.temporary.account("zhang", [Grant(.informationClerk, in: 1)])
        let heir = try await three.temporary.account("wang")
        let session = try await three.temporary.signIn("zhang")
        let link = try await accounts.issueLink(.password, for: clerk.id, by: three.security.actor, at: .sample).token
        #expect(try await accounts.leave(clerk.id, successor: heir.id, by: three.system.actor, at: .sample) == .waits)
        #expect(try await accounts.account(heir.id)?.grants == [])
        // Nobody who is dismissed stays in until somebody confirms.
        #expect(try await accounts.account(clerk.id)?.state == .leaving)
        #expect(try await three.temporary.principal(session) == nil)
        #expect(try await three.temporary.signIn("zhang") == .refused)
        #expect(try await accounts.link(link, at: .sample) == nil)
        await #expect(throws: AccountError.notActive(name: clerk.name)) {
            try await accounts.issueLink(.password, for: clerk.id, by: three.security.actor, at: .sample)
        }
        let proposal = try await three.only()
        #expect(proposal.kind == .leaving(successor: heir.id, grants: [Grant(.informationClerk, in: 1)]))
        for who in [three.system, three.audit] {
            await #expect(throws: AccountError.mayNotDecide) {
                try await accounts.decide(proposal.id, confirmed: true, by: who, at: .sample)
            }
        }
        try await accounts.decide(proposal.id, confirmed: true, by: three.security, at: .sample)
        #expect(try await accounts.account(heir.id)?.grants == [Grant(.informationClerk, in: 1)])
        #expect(try await accounts.account(clerk.id)?.state == .left)
        let idle = try await three.temporary.account("liu")
        #expect(try await accounts.leave(idle.id, by: three.system.actor, at: .sample) == .done)
    }

    @Test("a leaving that is withdrawn lets in again; declined by another it waits for a better one; it gives what was seen")
    func leavingUndone() async throws {
        let three = try await Three()
        let accounts = three.accounts
        let clerk = try await three.temporary.account("zhang", [Grant(.informationClerk, in: 1), Grant(.reviewer, in: 1)])
        let second = try await three.temporary.account("liu", [Grant(.reviewer, in: 1)])
        let heir = try await three.temporary.account("wang")
        for (who, state) in [(three.system, Account.State.active), (three.security, .leaving)] {
            _ = try await accounts.leave(clerk.id, successor: heir.id, by: three.system.actor, at: .sample)
            try await accounts.decide(try await three.only().id, confirmed: false, by: who, at: .sample)
            #expect(try await accounts.account(clerk.id)?.state == state)
        }
        _ = try await accounts.leave(clerk.id, successor: heir.id, by: three.system.actor, at: .sample)
        // The other reviewer is gone meanwhile: the heir would get a role that nobody has seen.
        try await accounts.take(Grant(.reviewer, in: 1), from: second.id, by: three.security.actor, at: .sample)
        let id = try await three.only().id
        await #expect(throws: AccountError.handoverChanged) {
            try await accounts.decide(id, confirmed: true, by: three.security, at: .sample)
        }
        _ = try await accounts.leave(clerk.id, successor: heir.id, by: three.system.actor, at: .sample)
        try await accounts.decide(try await three.only().id, confirmed: true, by: three.security, at: .sample)
        #expect(try await accounts.account(heir.id)?.grants.count == 2)
        // A successor who leaves takes the proposals with them.
        _ = try await accounts.leave(heir.id, successor: second.id, by: three.system.actor, at: .sample)
        try await accounts.leave(second.id, by: .program, at: .sample)
        #expect(try await accounts.proposals(at: .sample) == [])
        #expect(try await three.temporary.events("proposal.lapsed").count == 1)
    }

    @Test("a confirmation whose ground is gone does nothing and stays open")
    func overtaken() async throws {
        let three = try await Three()
        let accounts = three.accounts
        let zhang = try await three.temporary.account("zhang")
        _ = try await accounts.give(Grant(.systemAdministrator), to: zhang.id, by: three.security.actor, at: .sample)
        let proposal = try await three.only()
        try await three.temporary.organization(1)
        _ = try await accounts.give(Grant(.reviewer, in: 1), to: zhang.id, by: three.security.actor, at: .sample)
        await #expect(throws: AccountError.incompatible(.systemAdministrator, with: .reviewer)) {
            try await accounts.decide(proposal.id, confirmed: true, by: three.audit, at: .sample)
        }
        #expect(try await accounts.proposals(at: .sample).count == 1)
        // Who leaves takes what was proposed about them away.
        try await accounts.take(Grant(.reviewer, in: 1), from: zhang.id, by: three.security.actor, at: .sample)
        try await accounts.leave(zhang.id, by: three.system.actor, at: .sample)
        #expect(try await accounts.proposals(at: .sample) == [])
    }

    @Test("guessing at the password of an open session: five tries, then the session is over and each try waits")
    func guessing() async throws {
        let three = try await Three()
        let accounts = three.accounts
        _ = try await three.temporary.account("zhang")
        let signedIn = try await three.temporary.signIn("zhang")
        let principal = try #require(try await three.temporary.principal(signedIn))
        for n in 1...5 {
            #expect(try await three.temporary.principal(signedIn) != nil, "\(n)")
            await #expect(throws: AccountError.wrongPassword) {
                try await accounts.removeSecondFactor(principal, password: "wrong", at: .sample)
            }
        }
        #expect(try await three.temporary.principal(signedIn) == nil)
        await #expect(throws: AccountError.wait(seconds: 2)) {
            try await accounts.changePassword(principal, from: TemporaryRecords.password, to: "another long pass phrase", at: .sample)
        }
        // The sign-in of the owner does not wait for it.
        let again = try await three.temporary.signIn("zhang")
        let second = try #require(try await three.temporary.principal(again))
        // A sixth, in another session: that one is over, too.
        await #expect(throws: AccountError.wrongPassword) {
            try await accounts.removeSecondFactor(second, password: "wrong", at: .sample.addingTimeInterval(3))
        }
        #expect(try await three.temporary.principal(again) == nil)
    }

    @Test("a password that was proven and then changed by its owner's link is not overridden")
    func overridden() async throws {
        let three = try await Three()
        let zhang = try await three.temporary.account("zhang")
        let principal = try #require(try await three.temporary.principal(try await three.temporary.signIn("zhang")))
        let proof = try await three.accounts.prove(
            zhang.id, TemporaryRecords.password, by: .session(principal.sessionID), at: .sample)
        let database = three.temporary.records.database
        try await database.read(from: .primary) { try proof.check($0) }
        let link = try await three.accounts.issueLink(.password, for: zhang.id, by: .program, at: .sample).token
        try await three.accounts.choosePassword(link, "another long pass phrase", at: .sample)
        await #expect(throws: AccountError.wrongPassword) { try await database.read(from: .primary) { try proof.check($0) } }
    }

    @Test("roles in an organization that ends are taken back, each with an event")
    func ended() async throws {
        let three = try await Three()
        let records = three.temporary.records
        let clerk = try await three.temporary.account("zhang", [Grant(.informationClerk, in: 1), Grant(.reviewer, in: 2)])
        try await records.organizations.dissolve(1, since: Day(inChina: .sample), basis: nil, by: three.system.actor, at: .sample)
        #expect(try await three.accounts.account(clerk.id)?.grants == [Grant(.reviewer, in: 2)])
        let event = try #require(try await three.temporary.events("role.taken").first)
        #expect(event.organizationID == 1)
        #expect(try await records.verifyAudit(by: .program, at: .sample).holds)
    }

    @Test("a hash of an older cost is renewed by the next sign-in")
    func renewal() async throws {
        let temporary = try await TemporaryRecords()
        let account = try await temporary.account("zhang")
        let other = PasswordCost(log2Rounds: 2, blockSize: 1, parallelism: 1)
        let dearer = AccountStore(temporary.records.audited, temporary.records.keys, cost: other)
        func hash() async throws -> String? {
            try await temporary.records.database.read { db in
                try db.row("select password from account where id = \(account.id)")?.optionalText("password")
            }
        }
        #expect(try await hash()?.hasPrefix("scrypt$1$") == true)
        let signIn = try await dearer.signIn(
            login: "zhang", password: TemporaryRecords.password, code: "", address: "192.0.2.1", agent: "test", at: .sample)
        #expect(try await temporary.principal(signIn) != nil)
        #expect(try await hash()?.hasPrefix("scrypt$2$") == true)
        #expect(try await temporary.principal(try await temporary.signIn("zhang")) != nil)
    }
}
