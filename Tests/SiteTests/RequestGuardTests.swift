import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Synchronization
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Requests and readers that are too slow")
struct RequestGuardTests {
    /// What was told when a connection was cut.
    private final class Told {
        var events: [SecurityEvent] = []
    }

    private static func channel(_ told: Told) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHandler(
            RequestGuard(grace: .seconds(30), bytesPerSecond: 1_000, mostBytes: 100_000) { _, event in told.events.append(event) })
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 1)).wait()
        return channel
    }

    private static func head() -> HTTPRequestPart {
        .head(HTTPRequest(method: .post, scheme: "http", authority: "a", path: "/check"))
    }

    private static func body(_ count: Int) -> HTTPRequestPart { .body(ByteBuffer(repeating: 0x61, count: count)) }

    @Test("a body that drips is cut off once it lags behind the slowest allowed rate")
    func drip() throws {
        let told = Told()
        let channel = try Self.channel(told)
        try channel.writeInbound(Self.head())
        for _ in 0..<30 {
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
            if channel.isActive { try channel.writeInbound(Self.body(1)) }
        }
        #expect(!channel.isActive)
        #expect(told.events == [.slowRequest])
    }

    @Test("a large body at a modest rate may take its time, and ends well")
    func modest() throws {
        let told = Told()
        let channel = try Self.channel(told)
        try channel.writeInbound(Self.head())
        for _ in 0..<80 {
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
            try channel.writeInbound(Self.body(1_100))
        }
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(channel.isActive && told.events.isEmpty)
        _ = try channel.finish()
    }

    @Test("the next request on a connection begins anew")
    func again() throws {
        let told = Told()
        let channel = try Self.channel(told)
        for _ in 0..<3 {
            try channel.writeInbound(Self.head())
            channel.embeddedEventLoop.advanceTime(by: .seconds(29))
            try channel.writeInbound(Self.body(90_000))
            try channel.writeInbound(HTTPRequestPart.end(nil))
        }
        #expect(channel.isActive && told.events.isEmpty)
        _ = try channel.finish()
    }

    @Test("a body without end is cut off though nobody reads it")
    func endless() throws {
        let told = Told()
        let channel = try Self.channel(told)
        try channel.writeInbound(Self.head())
        for _ in 0..<10 { try channel.writeInbound(Self.body(10_000)) }
        #expect(channel.isActive)
        try channel.writeInbound(Self.body(1))
        #expect(!channel.isActive && told.events == [.bodyTooLarge])
    }

    @Test("a handshake that does not end is cut off, one that ends is not")
    func handshake() throws {
        for isDone in [false, true] {
            let cuts = Mutex(0)
            let guardian = ConnectionGuard(handshake: .seconds(30), interval: .seconds(20), bytesPerSecond: 1_000) { _ in
                cuts.withLock { $0 += 1 }
            }
            let channel = EmbeddedChannel(handlers: [guardian])
            try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 1)).wait()
            channel.embeddedEventLoop.advanceTime(by: .seconds(29))
            #expect(channel.isActive)
            if isDone { guardian.handshakeEnded() }
            channel.embeddedEventLoop.advanceTime(by: .seconds(2))
            #expect(channel.isActive == isDone)
            #expect(cuts.withLock { $0 } == (isDone ? 0 : 1))
        }
    }

    @Test("whoever asks and does not take the answer is cut off; who has taken it may rest")
    func stalledReader() throws {
        let guardian = ConnectionGuard(handshake: nil, interval: .seconds(20), bytesPerSecond: 1_000) { _ in }
        let channel = EmbeddedChannel(handlers: [guardian])
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 1)).wait()
        channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(channel.isActive)
        // What was not flushed stands for what a socket would not take.
        channel.write(ByteBuffer(repeating: 0x61, count: 50_000), promise: nil)
        channel.embeddedEventLoop.advanceTime(by: .seconds(20))
        #expect(channel.isActive)
        #expect(channel.bufferedBytes == 50_000)
        channel.embeddedEventLoop.advanceTime(by: .seconds(20))
        #expect(!channel.isActive)
    }
}

extension EmbeddedChannel {
    fileprivate var bufferedBytes: Int {
        (try? syncOptions?.getOption(ChannelOptions.bufferedWritableBytes)) ?? 0
    }
}
