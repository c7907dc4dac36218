import Database
import Markup

/// What the events say of the ways to get in: passwords, second factors, one-time links, and proposals that wait for a second
/// administrator.
struct AccessTrace: AuditTrace {
    /// A secret of an account as the last event left it.
    private enum Secret {
        case absent
        /// There is one; its code where the event has it.
        case kept(String?)
        /// An event of before the codes does not tell whether there is one.
        case untold
    }

    private struct Account {
        var password = Secret.absent
        var secondFactor = Secret.absent
    }

    private struct Link {
        /// SHA-256 of the token; nil where the event is older than that fact.
        let token: String?
        let role: String?
        let issuer: String
        let madeAt: Int
        var expiresAt: Int
        var waits = false
    }

    private struct Session {
        let account: Int
        let madeAt: Int
    }

    private struct Owner: Hashable {
        let account: Int
        let purpose: String
    }

    private struct Proposed {
        let account: Int
        let role: String?
        let purpose: String?
        let successor: Int?
        let grants: String?
        let proposer: String
        let at: Int
        /// The link that waits for it.
        var link: Link?
    }

    private var accounts: [Int: Account] = [:]
    /// The one link of a purpose that somebody has; issuing another ends it.
    private var links: [Owner: Link] = [:]
    /// Links of nobody yet, by token, and those without one by when they were made.
    private var firstLinks: [String: Link] = [:]
    private var earlierFirstLinks: [Int: Link] = [:]
    private var proposals: [Int: Proposed] = [:]
    /// By the hash of the token; those of before that fact by account and time.
    private var sessions: [String: Session] = [:]
    /// How many there may be before those long over are let go.
    private var mostSessions = 10_000

    // MARK: Events

    mutating func add(_ event: AuditRow) {
        guard case .integer(let at) = event.at else { return }
        if event.action == "link.issued" { return issue(event, Int(at)) }
        guard let account = event.id("account") else { return }
        let facts = event.members
        switch event.action {
        case "account.made":
            // An older program recorded the account of a first link before its password.
            let password = facts.text(AuditFact.password).map { Secret.kept($0) } ?? (event.actor == "visitor" ? .untold : .absent)
            accounts[account] = Account(password: password)
        case "password.changed", "password.chosen":
            accounts[account]?.password = .kept(facts.text(AuditFact.password))
            links[Owner(account: account, purpose: OneTimeLink.Purpose.password.rawValue)] = nil
        case "password.rehashed":
            // A cheaper hash is renewed at the sign-in. One that nobody recorded does not become true by it.
            if case .kept(let code)? = accounts[account]?.password, code == nil || code == facts.text(AuditFact.formerPassword) {
                accounts[account]?.password = .kept(facts.text(AuditFact.password))
            }
        case "session.begun": begin(Session(account: account, madeAt: Int(at)), facts.text(AuditFact.session))
        case "second-factor.set": accounts[account]?.secondFactor = .kept(facts.text(AuditFact.secondFactor))
        case "second-factor.removed":
            accounts[account]?.secondFactor = .absent
            if facts.text("by") == "link" { links[Owner(account: account, purpose: OneTimeLink.Purpose.secondFactor.rawValue)] = nil }
        case "account.left":
            accounts[account] = Account()
            shut(account)
        case "proposal.made": propose(event, facts, account, Int(at))
        case "proposal.confirmed", "proposal.declined", "proposal.replaced", "proposal.lapsed":
            decide(event, facts, account, Int(at))
        default: break
        }
    }

    private mutating func begin(_ session: Session, _ sha256: String?) {
        sessions[sha256 ?? Self.earlier(session)] = session
        guard sessions.count > mostSessions else { return }
        // What is over for a month is deleted from the table, too.
        let month = 31 * 86_400_000
        sessions = sessions.filter { $0.value.madeAt > session.madeAt - month }
        mostSessions = max(10_000, 2 * sessions.count)
    }

    private static func earlier(_ session: Session) -> String { "\(session.account) \(session.madeAt)" }

    private mutating func issue(_ event: AuditRow, _ at: Int) {
        let facts = event.members
        guard let purpose = facts.text("purpose") else { return }
        let lifetime = OneTimeLink.Purpose(rawValue: purpose)?.lifetime ?? 0
        let link = Link(
            token: facts.text(AuditFact.link), role: facts.text("role"), issuer: event.actor, madeAt: at,
            expiresAt: at + Int(lifetime * 1000))
        if let account = event.id("account") {
            links[Owner(account: account, purpose: purpose)] = link
        } else if let token = link.token {
            firstLinks[token] = link
        } else {
            earlierFirstLinks[at] = link
        }
    }

    private mutating func propose(_ event: AuditRow, _ facts: JSONValue, _ account: Int, _ at: Int) {
        guard let number = facts.int("proposal") else { return }
        var proposed = Proposed(
            account: account, role: facts.text("role"), purpose: facts.text("purpose"), successor: facts.int("successor"),
            grants: facts.text("grants"), proposer: event.actor, at: at)
        if let purpose = proposed.purpose {
            let owner = Owner(account: account, purpose: purpose)
            links[owner]?.waits = true
            proposed.link = links[owner]
        }
        if proposed.successor != nil { shut(account) }
        proposals[number] = proposed
    }

    private mutating func decide(_ event: AuditRow, _ facts: JSONValue, _ account: Int, _ at: Int) {
        guard let number = facts.int("proposal"), let proposed = proposals.removeValue(forKey: number) else { return }
        let isConfirmed = event.action == "proposal.confirmed"
        if let purpose = proposed.purpose, let link = proposed.link {
            let owner = Owner(account: account, purpose: purpose)
            guard let live = links[owner], live.token == link.token, live.madeAt == link.madeAt else { return }
            if isConfirmed {
                links[owner]?.waits = false
                links[owner]?.expiresAt = at + Int((OneTimeLink.Purpose(rawValue: purpose)?.lifetime ?? 0) * 1000)
            } else {
                links[owner] = nil
            }
        } else if isConfirmed, proposed.role != nil {
            // Whoever becomes an administrator chooses a password anew.
            accounts[account] = Account()
            shut(account)
        }
    }

    private mutating func shut(_ account: Int) {
        for purpose in OneTimeLink.Purpose.allCases { links[Owner(account: account, purpose: purpose.rawValue)] = nil }
    }

    // MARK: Tables

    func faults(_ db: ReadTransaction, _ log: AuditLog, _ uncoded: inout Int) throws -> [RowFault] {
        try accountFaults(db, log, &uncoded) + sessionFaults(db, &uncoded) + linkFaults(db, &uncoded) + proposalFaults(db)
    }

    private func accountFaults(_ db: ReadTransaction, _ log: AuditLog, _ uncoded: inout Int) throws -> [RowFault] {
        var faults: [RowFault] = []
        try db.each("select id, password, totp from account order by id") { row in
            let id = try row.int("id")
            guard let account = accounts[id] else { return faults.append(.account(id)) }
            let password = try row.optionalText("password")
            switch (account.password, password) {
            case (.untold, _), (.absent, nil): break
            case (.kept(nil), .some): uncoded += 1
            case (.kept(let code?), let password?):
                if try log.code(ofPassword: password, id) != code { faults.append(.password(account: id)) }
            case (.absent, .some), (.kept, nil): faults.append(.password(account: id))
            }
            let sealed = try row.optionalBlob("totp")
            switch (account.secondFactor, sealed) {
            case (.untold, _), (.absent, nil): break
            case (.kept(nil), .some): uncoded += 1
            case (.kept(let code?), let sealed?):
                let secret = try? log.keys.open(sealed, place: SealedColumn.place("account", "totp", id))
                if try secret.map({ try log.code(ofSecondFactor: $0, id) }) != code { faults.append(.secondFactor(account: id)) }
            case (.absent, .some), (.kept, nil): faults.append(.secondFactor(account: id))
            }
        }
        return faults
    }

    /// Sessions that were never begun. That one ended is not followed: who puts an old one back has to know its token.
    private func sessionFaults(_ db: ReadTransaction, _ uncoded: inout Int) throws -> [RowFault] {
        var faults: [RowFault] = []
        let longest = Int(SessionLimits().absolute * 1000)
        try db.each("select token, id, account_id, made_at, expires_at from desk_session where ended_at is null order by id") { row in
            let found = Session(account: try row.int("account_id"), madeAt: try row.int("made_at"))
            let (coded, earlier) = (sessions[try row.text("token")], sessions[Self.earlier(found)])
            guard let begun = coded ?? earlier, begun.account == found.account, begun.madeAt == found.madeAt,
                try row.int("expires_at") <= begun.madeAt + longest + 1
            else { return faults.append(.session(account: found.account, id: try row.int("id"))) }
            if coded == nil { uncoded += 1 }
        }
        return faults
    }

    private func linkFaults(_ db: ReadTransaction, _ uncoded: inout Int) throws -> [RowFault] {
        var faults: [RowFault] = []
        try db.each(
            """
            select token, account_id, role, purpose, made_at, expires_at, issued_by, waiting from one_time_link
            where used_at is null order by made_at, token
            """
        ) { row in
            let (token, account, made) = (try row.text("token"), try row.optionalInt("account_id"), try row.int("made_at"))
            let purpose = try row.text("purpose")
            let link: Link? =
                if let account { links[Owner(account: account, purpose: purpose)] } else {
                    firstLinks[token] ?? earlierFirstLinks[made]
                }
            guard let link, link.madeAt == made, link.token.map({ $0 == token }) ?? true,
                account != nil || purpose == OneTimeLink.Purpose.first.rawValue, try row.optionalText("role") == link.role,
                // Added in seconds and rounded to milliseconds: by one it may be off.
                try (link.expiresAt - 1...link.expiresAt + 1).contains(row.int("expires_at")), try (row.int("waiting") != 0) == link.waits,
                try row.optionalText("issued_by").map({ $0 == link.issuer }) ?? (link.token == nil)
            else { return faults.append(.link(account: account, purpose: purpose, sha256: token)) }
            if link.token == nil { uncoded += 1 }
        }
        return faults
    }

    private func proposalFaults(_ db: ReadTransaction) throws -> [RowFault] {
        var faults: [RowFault] = []
        try db.each(
            """
            select id, account_id, role, purpose, token, successor_id, grants, proposed_by, proposed_at from proposal
            where decided_at is null order by id
            """
        ) { row in
            let id = try row.int("id")
            guard let made = proposals[id], try row.int("account_id") == made.account, try row.optionalText("role") == made.role,
                try row.optionalText("purpose") == made.purpose, try row.optionalInt("successor_id") == made.successor,
                try made.grants.map({ try row.optionalText("grants") == $0 }) ?? true,
                try made.link?.token.map({ try row.optionalText("token") == $0 }) ?? true,
                Actor.account(try row.int("proposed_by")).description == made.proposer, try row.int("proposed_at") == made.at
            else { return faults.append(.proposal(id)) }
        }
        return faults
    }
}
