import Synchronization
import TestSupport
import Testing

@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("The line before passwords are tried", .opensDatabases)
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

        private let away = Mutex<[String]>([])
        func turnAway(_ name: String) { away.withLock { $0.append(name) } }
        var turnedAway: [String] { away.withLock { $0 } }
        var count: Int { names.count + turnedAway.count }

        func letOneOut() { leave.yield() }
        func letAllOut() { leave.finish() }
        var names: [String] { entered.withLock { $0 } }

        func wait(for count: Int) async {
            while names.count < count { await Task.yield() }
        }
    }

    /// Lets each in or in line, one after another, and keeps them there until `work` is done.
    private func filled(
        _ gate: PasswordGate, _ room: Room, with people: [(name: String, isKnown: Bool)],
        _ work: (inout ThrowingTaskGroup<Void, any Error>) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (n, (name, isKnown)) in people.enumerated() {
                group.addTask {
                    do { try await gate.enter(name, isKnown: isKnown) { await room.come(name) } } catch is PageError { room.turnAway(name) }
                }
                while await gate.waiting + room.count <= n { await Task.yield() }
            }
            try await work(&group)
            room.letAllOut()
            try await group.waitForAll()
        }
        #expect(await gate.waiting == 0)
    }

    @Test("lines take turns: each household one after another, whoever sends more waits behind their own")
    func fair() async throws {
        let gate = PasswordGate(limit: 1)
        let room = Room()
        let crowd = ["a", "a", "a", "a", "b", "b", "b", "c"].map { ($0, false) }
        try await filled(gate, room, with: crowd) { _ in
            for n in 2...8 {
                room.letOneOut()
                await room.wait(for: n)
            }
        }
        #expect(room.names == ["a", "a", "b", "c", "a", "b", "a", "b"])
    }

    @Test("who is known has the first turn, and finds room where there is none")
    func known() async throws {
        let gate = PasswordGate(limit: 1, longest: 4, room: 4)
        let room = Room()
        try await filled(gate, room, with: [("inside", false)] + ["a", "b", "c", "d"].map { ($0, false) }) { group in
            // A stranger more is turned away: nobody else waits for longer than for one turn.
            await #expect(throws: PageError.self) { try await gate.enter("e") {} }
            group.addTask { try await gate.enter("colleague", isKnown: true) { await room.come("colleague") } }
            while room.turnedAway.isEmpty { await Task.yield() }
            #expect(await gate.waiting == 4)
            room.letOneOut()
            await room.wait(for: 2)
            #expect(room.names.last == "colleague")
        }
        #expect(room.turnedAway.count == 1)
    }

    @Test("where there is no room, the longest line gets shorter for somebody new; no line is longer than its bound")
    func bounded() async throws {
        let gate = PasswordGate(limit: 1, longest: 3, room: 3)
        let room = Room()
        try await filled(gate, room, with: ["inside", "crowd", "crowd", "crowd"].map { ($0, false) }) { group in
            await #expect(throws: PageError.self) { try await gate.enter("crowd") {} }
            group.addTask { try await gate.enter("person") { await room.come("person") } }
            while room.turnedAway.isEmpty { await Task.yield() }
        }
        #expect(room.turnedAway == ["crowd"])
        #expect(room.names.sorted() == ["crowd", "crowd", "inside", "person"])
    }

    @Test("who goes away leaves the line, and costs nothing")
    func cancelled() async throws {
        let gate = PasswordGate(limit: 1)
        let room = Room()
        try await filled(gate, room, with: [("inside", false)]) { _ in
            let gone = Task { try await gate.enter("gone") { await room.come("gone") } }
            while await gate.waiting == 0 { await Task.yield() }
            gone.cancel()
            await #expect(throws: PageError.self) { try await gone.value }
            #expect(await gate.waiting == 0)
        }
        #expect(room.names == ["inside"])
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
