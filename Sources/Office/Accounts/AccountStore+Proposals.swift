import Database
import Foundation
import Formats

extension AccountStore {
    /// What waits to be decided, oldest first.
    public func proposals() async throws -> [Proposal] {
        try await database.read { db in
            try db.rows("\(Self.selectProposals) where decided_at is null order by id").compactMap(Self.proposal)
        }
    }

    /// Decides a proposal. Confirmed, it is done in the same transaction.
    ///
    /// - Throws: `AccountError.proposalGone`, `.mayNotDecide`, and whatever doing it throws; it stays open then.
    public func decide(_ id: Int, confirmed: Bool, by principal: Principal, at instant: Date) async throws {
        try await database.write { db in
            guard
                let row = try db.row("\(Self.selectProposals) where id = ? and decided_at is null", [SQLValue(id)]),
                let proposal = try Self.proposal(row)
            else { throw AccountError.proposalGone }
            // Asked anew: the role may have been taken since the page was opened.
            let grants = try Self.grants(db, of: principal.accountID)[principal.accountID] ?? []
            let may = confirmed ? proposal.mayConfirm : proposal.mayDecline
            guard may(principal.accountID, grants) else { throw AccountError.mayNotDecide }
            try db.execute(
                "update proposal set decided_by = ?, decided_at = ?, decision = ? where id = ?",
                [SQLValue(principal.accountID), SQLValue(instant), .text(confirmed ? "confirmed" : "declined"), SQLValue(id)])
            try audit.append(
                AuditEvent(
                    principal.actor, .accounts, confirmed ? "proposal.confirmed" : "proposal.declined",
                    subject: .account(proposal.accountID),
                    facts: Self.facts(proposal.kind, id)), at: instant, db)
            if confirmed { try carryOut(proposal, by: principal.actor, at: instant, db) }
            if !confirmed, let token = try row.optionalText("token") {
                try db.execute("update one_time_link set used_at = ? where token = ?", [SQLValue(instant), .text(token)])
            }
        }
    }

    private func carryOut(_ proposal: Proposal, by actor: Actor, at instant: Date, _ db: Writer) throws {
        switch proposal.kind {
        case .role(let role):
            try give(Grant(role), to: proposal.accountID, by: actor, at: instant, db)
            // A link from before would make its holder an administrator.
            for purpose in OneTimeLink.Purpose.allCases { try endLinks(purpose, of: proposal.accountID, at: instant, db) }
        case .link(let purpose):
            let confirmed = try db.execute(
                """
                update one_time_link set waiting = 0, expires_at = ?
                where token = (select token from proposal where id = ?) and used_at is null
                """, [SQLValue(instant.addingTimeInterval(purpose.lifetime)), SQLValue(proposal.id)])
            guard confirmed == 1 else { throw AccountError.proposalGone }
        case .leaving(let successor):
            try leave(proposal.accountID, successor: successor, by: actor, at: instant, db)
        }
    }

    /// - Throws: `AccountError.alreadyProposed` where the same waits already.
    func propose(
        _ kind: Proposal.Kind, for account: Int, token: String? = nil, by proposer: Int, at instant: Date, _ db: Writer
    ) throws {
        var (role, successor): (Role?, Int?) = (nil, nil)
        switch kind {
        case .role(let wanted): role = wanted
        case .leaving(let heir): successor = heir
        case .link: break
        }
        let same = try db.row(
            "select id from proposal where kind = ? and account_id = ? and coalesce(role, '') = ? and decided_at is null",
            [.text(kind.key), SQLValue(account), .text(role?.rawValue ?? "")])
        if let same {
            // A new link takes the place of the one before, and so does its proposal.
            guard case .link = kind else { throw AccountError.alreadyProposed }
            try db.execute(
                "update proposal set decided_at = ?, decision = 'declined', decided_by = ? where id = ?",
                [SQLValue(instant), SQLValue(proposer), try same.value("id")])
        }
        let id = try Counter.next("proposal", db)
        try db.execute(
            """
            insert into proposal (id, kind, account_id, role, successor_id, token, proposed_by, proposed_at) values (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                SQLValue(id), .text(kind.key), SQLValue(account), SQLValue(role?.rawValue), SQLValue(successor), SQLValue(token),
                SQLValue(proposer), SQLValue(instant),
            ])
        try audit.append(
            AuditEvent(
                .account(proposer), .accounts, "proposal.made", subject: .account(account), facts: Self.facts(kind, id)), at: instant, db)
    }

    /// What is proposed about somebody who has left falls away.
    func dropProposals(about account: Int, by actor: Actor, at instant: Date, _ db: Writer) throws {
        try db.execute(
            "update proposal set decided_at = ?, decision = 'declined', decided_by = ? where account_id = ? and decided_at is null",
            [SQLValue(instant), SQLValue(actor.accountID), SQLValue(account)])
    }

    private static let selectProposals = """
        select id, kind, account_id, role, successor_id, token, proposed_by, proposed_at,
          (select l.purpose from one_time_link l where l.token = proposal.token) as purpose from proposal
        """

    private static func proposal(_ row: SQLRow) throws -> Proposal? {
        let kind: Proposal.Kind? =
            switch try row.text("kind") {
            case "role": try row.optionalText("role").flatMap(Role.init).map(Proposal.Kind.role)
            case "link": try row.optionalText("purpose").flatMap(OneTimeLink.Purpose.init).map(Proposal.Kind.link)
            case "leaving": try row.optionalInt("successor_id").map(Proposal.Kind.leaving(successor:))
            default: nil
            }
        guard let kind else { return nil }
        return Proposal(
            id: try row.int("id"), kind: kind, accountID: try row.int("account_id"), proposedBy: try row.int("proposed_by"),
            proposedAt: try row.instant("proposed_at"))
    }

    private static func facts(_ kind: Proposal.Kind, _ id: Int) -> KeyValuePairs<String, JSONValue> {
        let number = JSONValue.number("\(id)")
        return switch kind {
        case .role(let role): ["proposal": number, "role": .string(role.rawValue)]
        case .link(let purpose): ["proposal": number, "purpose": .string(purpose.rawValue)]
        case .leaving(let successor): ["proposal": number, "successor": .number("\(successor)")]
        }
    }
}
