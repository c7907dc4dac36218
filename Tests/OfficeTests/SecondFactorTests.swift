import Database
import Foundation
import TestSupport
import Testing

@testable import Office
@testable import Reports

/// Putting a second factor on: by who knows the password, with the secret that the server keeps.
@Suite(.opensDatabases) struct SecondFactorTests {
    @Test("a session left open puts no second factor on: five wrong passwords end it")
    func password() async throws {
        let temporary = try await TemporaryRecords()
        let accounts = temporary.records.accounts
        let account = try await temporary.account("zhang")
        let token = try await temporary.signIn("zhang")
        let principal = try #require(try await temporary.principal(token))
        let secret = try await accounts.waitingSecondFactor(principal, at: .sample)
        for _ in 1...5 {
            await #expect(throws: AccountError.wrongPassword) {
                try await accounts.setSecondFactor(principal, code: secret.code(at: .sample), password: "wrong", at: .sample)
            }
        }
        #expect(try await temporary.principal(token) == nil)
        #expect(try await accounts.account(account.id)?.hasSecondFactor == false)
        await #expect(throws: AccountError.unknown) { try await accounts.waitingSecondFactor(principal, at: .sample) }
    }

    @Test("an empty password is no guess: it is asked for, and the session goes on")
    func emptyPassword() async throws {
        let temporary = try await TemporaryRecords()
        let accounts = temporary.records.accounts
        _ = try await temporary.account("zhang")
        let token = try await temporary.signIn("zhang")
        let principal = try #require(try await temporary.principal(token))
        for _ in 1...9 {
            await #expect(throws: AccountError.passwordMissing) {
                try await accounts.removeSecondFactor(principal, password: "", at: .sample)
            }
        }
        #expect(try await temporary.principal(token) != nil)
    }

    @Test("the secret is the session's own, sealed, the same until it is confirmed, and another one after half an hour")
    func secret() async throws {
        let temporary = try await TemporaryRecords()
        let accounts = temporary.records.accounts
        _ = try await temporary.account("zhang")
        let first = try #require(try await temporary.principal(try await temporary.signIn("zhang")))
        let second = try #require(try await temporary.principal(try await temporary.signIn("zhang", from: "192.0.2.2")))
        let secret = try await accounts.waitingSecondFactor(first, at: .sample)
        #expect(try await accounts.waitingSecondFactor(first, at: .sample.addingTimeInterval(1_799)) == secret)
        #expect(try await accounts.waitingSecondFactor(second, at: .sample) != secret)
        let kept = try await temporary.records.database.read {
            try $0.rows("select waiting_totp from desk_session").map { "\($0)" }.joined()
        }
        #expect(!kept.contains(secret.base32))
        // What another session shows confirms nothing here; neither does a secret whose time is over.
        let password = TemporaryRecords.password
        await #expect(throws: AccountError.wrongCode) {
            try await accounts.setSecondFactor(second, code: secret.code(at: .sample), password: password, at: .sample)
        }
        let late = Date.sample.addingTimeInterval(1_801)
        await #expect(throws: AccountError.wrongCode) {
            try await accounts.setSecondFactor(first, code: secret.code(at: late), password: password, at: late)
        }
        let renewed = try await accounts.waitingSecondFactor(first, at: late)
        #expect(renewed != secret)
        try await accounts.setSecondFactor(first, code: renewed.code(at: late), password: password, at: late)
        let left = try await temporary.records.database.read {
            try $0.rows("select id from desk_session where waiting_totp is not null").count
        }
        #expect(left == 0)
    }
}
