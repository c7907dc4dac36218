import Database
import Foundation

/// The people who work at the desk. Each change is recorded in the transaction that makes it.
package struct AccountStore: Sendable {
    let database: AuditedDatabase
    let keys: KeyRing
    /// Of all capabilities: what must be taken out when an account is anonymized.
    let personal: [PersonalColumn]
    let cost: PasswordCost

    var audit: AuditLog { database.audit }

    init(_ database: AuditedDatabase, _ keys: KeyRing, personal: [PersonalColumn], cost: PasswordCost = .standard) {
        (self.database, self.keys, self.personal, self.cost) = (database, keys, personal, cost)
    }

    // MARK: Reading

    /// Everybody, by name to sign in; those who left too.
    package func all() async throws -> [Account] {
        try await database.read { try Self.all($0) }
    }

    static func all(_ db: ReadTransaction) throws -> [Account] {
        let grants = try grants(db)
        return try db.rows("\(select) order by a.login_key").map { try account($0, grants) }
    }

    package func account(_ id: Int) async throws -> Account? {
        try await database.read { try Self.account(id, $0) }
    }

    /// The account with a name to sign in, as it may be typed.
    package func account(login: String) async throws -> Account? {
        guard let key = LoginName.key(login) else { return nil }
        return try await database.read { db in
            try db.row("\(Self.select) where a.login_key = \(key)").map { try Self.account($0, Self.grants(db)) }
        }
    }

    /// The telephone number of somebody, for those who may see it.
    package func phone(_ id: Int) async throws -> String? {
        try await database.read { db in
            guard let sealed = try db.row("select phone from account where id = \(id)")?.optionalBlob("phone") else {
                return nil
            }
            return try keys.open(sealed, place: SealedColumn.place("account", "phone", id))
        }
    }

    static let select: SQL = """
        select a.id, a.login, a.name, a.state, a.totp, a.password_at, a.made_at, a.left_at from account a
        """

    static func account(_ id: Int, _ db: ReadTransaction) throws -> Account? {
        try db.row("\(select) where a.id = \(id)").map { try account($0, grants(db, of: id)) }
    }

    static func required(_ id: Int, _ db: ReadTransaction) throws -> Account {
        guard let account = try account(id, db) else { throw AccountError.unknown }
        return account
    }

    static func account(_ row: SQLRow, _ grants: [Int: [Grant]]) throws -> Account {
        let id = try row.int("id")
        return Account(
            id: id, login: try row.text("login"), name: try row.text("name"),
            state: try row.value("state", as: Account.State.self), hasSecondFactor: try row.optionalBlob("totp") != nil,
            passwordSetAt: try row.optionalInstant("password_at"),
            madeAt: try row.instant("made_at"),
            leftAt: try row.optionalInstant("left_at"), grants: grants[id] ?? [])
    }

    package static func grants(_ db: ReadTransaction, of account: Int? = nil) throws -> [Int: [Grant]] {
        let condition: [SQL] = account.map { ["account_id = \($0)"] } ?? []
        let rows = try db.rows(
            "select account_id, organization_id, role from account_role\(where: condition) order by account_id, organization_id, role")
        var grants: [Int: [Grant]] = [:]
        for row in rows {
            let role = try row.value("role", as: Role.self)
            let organization = try row.int("organization_id")
            grants[try row.int("account_id"), default: []].append(Grant(role, in: organization == 0 ? nil : organization))
        }
        return grants
    }

    // MARK: Making and changing

    /// A new account, still without a password and without a role: the security administrator gives both.
    ///
    /// - Throws: `AccountError`, `DatabaseError`.
    package func make(login: String, name: String, phone: String?, by actor: Actor, at instant: Date) async throws -> Account {
        try await database.change(by: actor, at: instant) { change in
            let id = try insert(login: login, name: name, phone: phone, change)
            return try Self.required(id, change.db)
        }
    }

    /// - Parameter password: of somebody who chooses it with the account.
    func insert(
        login: String, name: String, phone: String?, password: PasswordHash? = nil, _ change: Change
    ) throws -> Int {
        let login = try LoginName.new(login)
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !name.isEmpty else { throw AccountError.nameMissing }
        let phone = try Self.phone(phone)
        guard try change.db.row("select id from account where login_key = \(login)") == nil else { throw AccountError.loginTaken(login) }
        let look = LoginName.look(login)
        try change.db.each("select login_key from account where state <> 'left'") { row in
            let other = try row.text("login_key")
            if LoginName.look(other) == look { throw AccountError.loginLike(login, other: other) }
        }
        let id = try Counter.next("account", change.db)
        let sealed = try phone.map { try keys.seal($0, place: SealedColumn.place("account", "phone", id)) }
        try change.db.execute(
            """
            insert into account (id, login, login_key, name, phone, state, made_at)
            values (\(id), \(login), \(login), \(name), \(sealed), 'invited', \(change.instant))
            """)
        var event = change.event(
            .accounts, "account.made", subject: .account(id), fields: ["login", "name"] + (phone == nil ? [] : ["phone"]),
            personal: ["login": login, "name": name, "phone": phone ?? ""])
        if let password {
            try setPassword(password, of: id, change)
            event.facts.append(try audit.passwordFact(password, of: id))
        }
        try change.record(event)
        return id
    }

    /// Nil for nothing typed.
    static func phone(_ text: String?) throws -> String? {
        guard let text = text?.precomposedStringWithCompatibilityMapping.filter({ !$0.isWhitespace }), !text.isEmpty else { return nil }
        let digits = text.filter(\.isNumber).count
        guard (7...20).contains(digits), text.allSatisfy({ $0.isASCII && ($0.isNumber || "+-".contains($0)) }) else {
            throw AccountError.phone(text)
        }
        return text
    }

    /// Another name or telephone number.
    package func edit(_ id: Int, name: String, phone: String?, by actor: Actor, at instant: Date) async throws {
        try await database.change(by: actor, at: instant) { change in
            let account = try Self.required(id, change.db)
            guard account.state != .left else { throw AccountError.notActive(name: account.name) }
            let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
            guard !name.isEmpty else { throw AccountError.nameMissing }
            let phone = try Self.phone(phone)
            let place = SealedColumn.place("account", "phone", id)
            let old = try change.db.row("select phone from account where id = \(id)")?.optionalBlob("phone")
                .map { try keys.open($0, place: place) }
            let fields = (account.name == name ? [] : ["name"]) + (old == phone ? [] : ["phone"])
            guard !fields.isEmpty else { return }
            let sealed = try phone.map { try keys.seal($0, place: place) }
            try change.db.execute("update account set name = \(name), phone = \(sealed) where id = \(id)")
            try change.record(
                .accounts, "account.edited", subject: .account(id), fields: fields,
                personal: ["name": name, "phone": phone ?? ""])
        }
    }
}
