import Synchronization
import Testing

@testable import Office
@testable import Site

@Suite("The line before passwords are tried")
struct PasswordGateTests {
    /// Who has come in, and a door that the test opens.
    private final class Room: Sendable {
        let entered = Mutex<[String]>([])
        private let leave: AsyncStream<Void>.Continuation
        private let signals: AsyncStream<Void>

        init() { (signals, leave) = AsyncStream<Void>.makeStream() }

        func come(_ name: String) async {
            entered.withLock { $0.append(name) }
            for await _ in signals { return }
        }

        func letOneOut() { leave.yield() }
        func letAllOut() { leave.finish() }
        var names: [String] { entered.withLock { $0 } }

        func wait(for count: Int) async {
            while names.count < count { await Task.yield() }
        }
    }

    @Test("who sends many waits behind their own; somebody else comes next")
    func fair() async throws {
        let gate = PasswordGate(limit: 2, longest: 10)
        let room = Room()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for n in 0..<6 {
                group.addTask { try await gate.enter("crowd") { await room.come("crowd") } }
                while await gate.waiting + room.names.count <= n { await Task.yield() }
            }
            group.addTask { try await gate.enter("person") { await room.come("person") } }
            while await gate.waiting < 5 { await Task.yield() }
            #expect(room.names == ["crowd", "crowd"])
            room.letOneOut()
            await room.wait(for: 3)
            #expect(room.names.last == "person")
            room.letAllOut()
            try await group.waitForAll()
        }
        #expect(room.names.count == 7)
        #expect(await gate.waiting == 0)
    }

    @Test("a household's line is bounded: one more is told to come again, others still get in")
    func bounded() async throws {
        let gate = PasswordGate(limit: 1, longest: 2)
        let room = Room()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for n in 0..<3 {
                group.addTask { try await gate.enter("crowd") { await room.come("crowd") } }
                while await gate.waiting + room.names.count <= n { await Task.yield() }
            }
            await #expect(throws: PageError.self) { try await gate.enter("crowd") {} }
            group.addTask { try await gate.enter("person") { await room.come("person") } }
            while await gate.waiting < 3 { await Task.yield() }
            room.letAllOut()
            try await group.waitForAll()
        }
        #expect(room.names.count == 4)
    }

    @Test("who throws leaves, too")
    func throwing() async throws {
        struct Fault: Error {}
        let gate = PasswordGate(limit: 1)
        for _ in 1...3 {
            await #expect(throws: Fault.self) { try await gate.enter("a") { throw Fault() } }
        }
        #expect(try await gate.enter("a") { 1 } == 1)
    }

    @Test("30 wrong passwords from one address do not keep out who signed in from there before")
    func neighbours() async throws {
        try await SiteHarness.run { harness, client in
            _ = try await DeskClient.signedIn("zhang", [], harness.records, client)
            _ = try await DeskClient.signedIn("wang", [], harness.records, client)
            let visitor = DeskClient.visitor(client)
            let right: KeyValuePairs = ["login": "zhang", "password": DeskClient.password]
            #expect(try await visitor.send("/desk/sign-in", right).status == .seeOther)
            var refused = 0
            for n in 0..<30 {
                let seen = try await visitor.send("/desk/sign-in", ["login": "guess\(n)", "password": "wrong"])
                if seen.status == .tooManyRequests { refused += 1 }
            }
            #expect(refused == 10)
            #expect(try await visitor.send("/desk/sign-in", right).status == .seeOther)
            #expect(try await visitor.send("/desk/sign-in", ["login": "wang", "password": DeskClient.password]).status == .tooManyRequests)
        }
    }

    @Test("an office that signs in together is not counted as guessing")
    func morning() async throws {
        try await SiteHarness.run { harness, client in
            let visitor = DeskClient.visitor(client)
            for n in 0..<30 {
                _ = try await DeskClient.signedIn("person\(n)", [], harness.records, client)
                let seen = try await visitor.send("/desk/sign-in", ["login": "person\(n)", "password": DeskClient.password])
                #expect(seen.status == .seeOther, "\(n)")
            }
        }
    }
}
