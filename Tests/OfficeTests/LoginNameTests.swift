import Database
import Foundation
import TestSupport
import Testing

@testable import Office
@testable import Reports

/// Login names of new accounts: one script in one spelling.
@Suite(.opensDatabases) struct LoginNameTests {
    @Test(
        "a new name is of one script and is kept as it is compared",
        arguments: [
            ("laowang", "laowang"), ("Lao.Wang-2_b", "lao.wang-2_b"), ("老王", "老王"), ("老王2", "老王2"), ("〇〇", "〇〇"), ("12", "12"),
            ("ＬＡＯ", "lao"), (" zhang ", "zhang"), ("\u{2F00}\u{2F00}", "一一"),
        ])
    func allowed(typed: String, kept: String) throws {
        #expect(try LoginName.new(typed) == kept)
    }

    @Test(
        "what looks like another name is none",
        arguments: [
            "laowаng", "lаowang", "laowanǵ", "laowang\u{301}", "ӏaowang", "ваня", "..", "--", "_.", "laowang.", "_laowang", "-laowang",
            "老王_", "老wang", "lao王", "γγ", "ﻡﻡ", "лао",
            "laowang\u{200D}", "lao\u{202E}wang", "lao wang", "ꓡao", "ⅼao\u{0337}", "\u{2E80}\u{2E80}", "ᏞᎪᎾ", "a", "",
        ])
    func refused(typed: String) {
        #expect(throws: AccountError.login(typed)) { try LoginName.new(typed) }
    }

    @Test("a name that looks like another's is refused", arguments: [("zhangl", "zhang1"), ("w00", "woo"), ("〇〇", "00"), ("1l", "l1")])
    func looksAlike(first: String, second: String) async throws {
        let temporary = try await TemporaryRecords()
        _ = try await temporary.account(first)
        await #expect(throws: AccountError.loginLike(second, other: first)) { try await temporary.account(second) }
        _ = try await temporary.account("zhang2")
    }

    @Test("whoever got a name before that rule goes on to sign in with it")
    func older() async throws {
        let temporary = try await TemporaryRecords()
        let account = try await temporary.account("zhang")
        try await temporary.records.database.write { db in
            try db.execute("update account set login = 'Ваня', login_key = 'ваня' where id = \(account.id)")
        }
        guard case .signedIn(_, account.id) = try await temporary.signIn("Ваня") else { return #expect(Bool(false), "not signed in") }
        await #expect(throws: AccountError.login("ваня2")) {
            try await temporary.records.accounts.make(login: "ваня2", name: "另一人", phone: nil, by: .program, at: .sample)
        }
    }

    @Test("an unknown address is never one from which an account signed in before")
    func unknownAddress() async throws {
        let temporary = try await TemporaryRecords()
        _ = try await temporary.account("zhang")
        _ = try await temporary.signIn("zhang", from: SignInThrottle.unknownAddress)
        _ = try await temporary.signIn("zhang", from: "192.0.2.7")
        let accounts = temporary.records.accounts
        #expect(try await !accounts.isKnown(login: "zhang", address: SignInThrottle.unknownAddress))
        #expect(try await accounts.isKnown(login: "zhang", address: "192.0.2.7"))
    }
}
