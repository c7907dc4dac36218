import Database
import Foundation
import Markup

extension AccountStore {
    /// What waits to be decided, oldest first.
    package func proposals(at instant: Date) async throws -> [Proposal] {
        try await database.read(from: .primary) { db in
            try db.rows(
                "\(Self.selectProposals) where decided_at is null and proposed_at > \(Self.earliest(instant)) order by id"
            ).map(Self.proposal)
        }
    }

    /// Decides a proposal. Confirmed, it is done in the same transaction.
    ///
    /// - Parameter password: of who decides; asked for where one person confirms what takes two.
    /// - Throws: `AccountError.proposalGone`, `.proposerGone`, `.mayNotDecide`, `.passwordMissing`, `.wrongPassword`, and
    ///   whatever doing it throws; it stays open then.
    package func decide(
        _ id: Int, confirmed: Bool, password: String? = nil, by principal: Principal, at instant: Date
    ) async throws {
        var proof: Proof?
        if let password { proof = try await prove(principal.accountID, password, by: .session(principal.sessionID), at: instant) }
        try await database.change(by: principal.actor, at: instant) { [proof] change in
            let row = try change.db.row(
                "\(Self.selectProposals) where id = \(id) and decided_at is null and proposed_at > \(Self.earliest(instant))")
            guard let row else { throw AccountError.proposalGone }
            let proposal = try Self.proposal(row)
            // Asked anew: a role may have been taken since the page was opened.
            let grants = try Self.grants(change.db, of: principal.accountID)[principal.accountID] ?? []
            let administration = try AdministrationMode.read(change.db)
            let may = confirmed ? proposal.mayConfirm : proposal.mayDecline
            guard may(principal.accountID, grants, administration) else { throw AccountError.mayNotDecide }
            let isAlone = confirmed && proposal.isConfirmedAlone(by: principal.accountID, in: administration)
            if isAlone {
                guard let proof else { throw AccountError.passwordMissing }
                try proof.check(change.db)
            }
            let proposer = try Self.required(proposal.proposedBy, change.db)
            let isInOffice = proposer.state == .active && Permission.has(proposal.kind.right, proposer.grants)
            if confirmed, !isInOffice { throw AccountError.proposerGone(name: proposer.name) }
            try close(proposal, confirmed ? "confirmed" : "declined", isAlone: isAlone, change)
            if confirmed {
                try carryOut(proposal, change)
            } else if case .leaving = proposal.kind, principal.accountID == proposal.proposedBy {
                // Withdrawn: as if it had not been proposed. Declined by another it waits for a better one.
                try change.db.execute(
                    """
                    update account set state = case when password is null then 'invited' else 'active' end
                    where id = \(proposal.accountID) and state = 'leaving'
                    """)
            }
        }
    }

    private func carryOut(_ proposal: Proposal, _ change: Change) throws {
        let id = proposal.accountID
        switch proposal.kind {
        case .role(let role):
            try give(Grant(role), to: id, change)
            // Whoever knows the password by a link of old, or is signed in with it, must not be an administrator by that:
            // it is chosen anew by a link that two have seen.
            try shut(id, change)
            try change.db.execute("update account set state = 'invited', password = null, totp = null, totp_step = null where id = \(id)")
        case .link(let purpose):
            let confirmed = try change.db.execute(
                """
                update one_time_link set waiting = 0, expires_at = \(change.instant.addingTimeInterval(purpose.lifetime))
                where token = (select token from proposal where id = \(proposal.id)) and used_at is null
                """)
            guard confirmed == 1 else { throw AccountError.proposalGone }
        case .leaving(let successor, let grants):
            try leave(id, successor: successor, giving: grants, change)
        }
    }

    /// Makes a proposal; one about the same that is still open is replaced.
    func propose(
        _ kind: Proposal.Kind, for account: Int, token: String? = nil, _ change: Change
    ) throws {
        var (role, purpose, successor, grants): (Role?, OneTimeLink.Purpose?, Int?, String?) = (nil, nil, nil, nil)
        switch kind {
        case .role(let wanted): role = wanted
        case .link(let use): purpose = use
        case .leaving(let heir, let given): (successor, grants) = (heir, Self.text(given))
        }
        let same = try change.db.rows(
            """
            \(Self.selectProposals)
            where decided_at is null and account_id = \(account) and kind = \(kind.key) and coalesce(role, '') = \(role?.rawValue ?? "")
            and coalesce(purpose, '') = \(purpose?.rawValue ?? "")
            """)
        for old in try same.map(Self.proposal) { try close(old, "replaced", change) }
        let id = try Counter.next("proposal", change.db)
        try change.db.execute(
            .insert(
                into: "proposal",
                [
                    "id": id, "kind": kind.key, "account_id": account, "role": role?.rawValue, "purpose": purpose?.rawValue, "token": token,
                    "successor_id": successor, "grants": grants, "proposed_by": change.actor.accountID, "proposed_at": change.instant,
                ]))
        try record("proposal.made", kind, id, account, change)
    }

    /// What is proposed about somebody, or with them as a successor, has lost its ground.
    func lapseProposals(with account: Int, _ change: Change) throws {
        let rows = try change.db.rows(
            "\(Self.selectProposals) where decided_at is null and (account_id = \(account) or successor_id = \(account)) order by id")
        for proposal in try rows.map(Self.proposal) { try close(proposal, "lapsed", change) }
    }

    /// - Parameters:
    ///   - decision: confirmed, declined, replaced or lapsed.
    ///   - isAlone: true where one person confirmed what takes two; the row then says `confirmed-alone`.
    private func close(
        _ proposal: Proposal, _ decision: String, isAlone: Bool = false, _ change: Change
    ) throws {
        try change.db.execute(
            """
            update proposal set decided_by = \(change.actor.accountID), decided_at = \(change.instant),
              decision = \(isAlone ? decision + "-alone" : decision) where id = \(proposal.id)
            """)
        if decision != "confirmed" {
            try change.db.execute(
                """
                update one_time_link set used_at = \(change.instant)
                where token = (select token from proposal where id = \(proposal.id)) and used_at is null
                """)
        }
        try record("proposal." + decision, proposal.kind, proposal.id, proposal.accountID, isAlone: isAlone, change)
    }

    private func record(
        _ action: String, _ kind: Proposal.Kind, _ id: Int, _ account: Int, isAlone: Bool = false, _ change: Change
    ) throws {
        let number = JSONValue.number("\(id)")
        let facts: KeyValuePairs<String, JSONValue> =
            switch kind {
            case .role(let role): ["proposal": number, "role": .string(role.rawValue)]
            case .link(let purpose): ["proposal": number, "purpose": .string(purpose.rawValue)]
            case .leaving(let successor, let grants):
                ["proposal": number, "successor": .number("\(successor)"), "grants": .string(Self.text(grants))]
            }
        var event = change.event(.accounts, action, subject: .account(account), facts: facts)
        if isAlone { event.markAlone() }
        try change.record(event)
    }

    // MARK: Rows

    private static let selectProposals: SQL = """
        select id, kind, account_id, role, purpose, successor_id, grants, proposed_by, proposed_at from proposal
        """

    private static func earliest(_ instant: Date) -> Date { instant.addingTimeInterval(-Proposal.lifetime) }

    private static func proposal(_ row: SQLRow) throws -> Proposal {
        let kind: Proposal.Kind =
            switch try row.text("kind") {
            case "role": .role(try row.value("role", as: Role.self))
            case "link": .link(try row.value("purpose", as: OneTimeLink.Purpose.self))
            case "leaving": .leaving(successor: try row.int("successor_id"), grants: try row.value("grants", grants))
            case let other: throw row.unknown("kind", other)
            }
        return Proposal(
            id: try row.int("id"), kind: kind, accountID: try row.int("account_id"), proposedBy: try row.int("proposed_by"),
            proposedAt: try row.instant("proposed_at"))
    }

    /// Roles held in organizations: `reviewer 7, approver 7`.
    private static func text(_ grants: [Grant]) -> String {
        grants.map { "\($0.role.rawValue) \($0.organizationID ?? 0)" }.joined(separator: ", ")
    }

    /// Nil for any other text.
    private static func grants(_ text: String) -> [Grant]? {
        var grants: [Grant] = []
        for word in text.split(separator: ", ") {
            let parts = word.split(separator: " ")
            guard parts.count == 2, let role = Role(rawValue: String(parts[0])), let organization = Int(parts[1]) else { return nil }
            grants.append(Grant(role, in: organization))
        }
        return grants
    }
}
