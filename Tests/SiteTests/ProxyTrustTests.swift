import HTTPTypes
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Who asks, behind proxies")
struct ProxyTrustTests {
    private static func trust(_ header: ProxyTrust.Header = .xForwardedFor) -> ProxyTrust {
        ProxyTrust(proxies: ["10.0.0.0/8", "2001:db8::/32"].compactMap { AddressRange($0) }, header: header)
    }

    private static func fields(_ pairs: [(String, String)]) -> HTTPFields {
        HTTPFields(pairs.compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } })
    }

    @Test(
        "of X-Forwarded-For the right-most address counts that is no proxy of ours",
        arguments: [
            ("10.0.0.1", ["203.0.113.9"], "203.0.113.9"),
            ("10.0.0.1", ["1.1.1.1, 203.0.113.9"], "203.0.113.9"),
            ("10.0.0.1", ["1.1.1.1, 203.0.113.9, 10.0.0.2"], "203.0.113.9"),
            ("10.0.0.1", ["1.1.1.1", "203.0.113.9"], "203.0.113.9"),
            ("10.0.0.1", ["10.0.0.3, 10.0.0.2"], "10.0.0.3"),
            ("10.0.0.1", ["203.0.113.9:4711"], "203.0.113.9"),
            ("2001:db8::5", ["[2001:dead::9]:4711"], "2001:dead::9"),
            ("2001:db8::5", ["2001:dead::9"], "2001:dead::9"),
            // Whoever a trusted proxy's header does not tell is unknown, never the proxy.
            ("10.0.0.1", ["203.0.113.9, nonsense"], nil),
            ("10.0.0.1", ["203.0.113.9, unknown, 10.0.0.2"], nil),
            ("10.0.0.1", ["203.0.113.9, 10.0.0.2,"], nil),
            ("10.0.0.1", ["203.0.113.9:"], nil),
            // A zone is of the machine that wrote it.
            ("10.0.0.1", ["127.0.0.1%lo"], nil),
            ("2001:db8::5", ["[fe80::1%eth0]:4711"], nil),
            ("10.0.0.1", ["203.0.113.9:1:2"], nil),
            ("10.0.0.1", ["[2001:dead::9]x"], nil),
            ("10.0.0.1", [""], nil),
            // The proxy machine's own request, such as a monitor's.
            ("10.0.0.1", [], "10.0.0.1"),
            // Marks that join themselves to the comma or the space behind them.
            ("10.0.0.1", ["\u{0600}, 203.0.113.9"], "203.0.113.9"),
            ("10.0.0.1", ["10.0.0.7,\u{0301} 203.0.113.9"], nil),
            ("10.0.0.1", ["10.0.0.7\u{0600},203.0.113.9"], "203.0.113.9"),
            ("10.0.0.1", [Array(repeating: "10.0.0.2", count: 40).joined(separator: ",")], nil),
        ] as [(String, [String], String?)])
    func forwardedFor(peer: String, values: [String], address: String?) {
        let client = Self.trust().client(
            peer: NetworkAddress(peer), headers: Self.fields(values.map { ("X-Forwarded-For", $0) }), overTLS: false)
        #expect(client.address == address.flatMap { NetworkAddress($0) })
        #expect(client.isBehindProxy && !client.hasUnprovenClaim)
    }

    @Test("whoever is no trusted proxy speaks for himself alone, and it is noted that he claimed more")
    func untrusted() {
        for name in ["X-Forwarded-For", "Forwarded"] {
            let client = Self.trust().client(
                peer: NetworkAddress("198.51.100.7"),
                headers: Self.fields([(name, "for=1.1.1.1"), ("X-Forwarded-Proto", "https")]), overTLS: false)
            #expect(
                client
                    == Client(
                        address: NetworkAddress("198.51.100.7"), isSecure: false, isBehindProxy: false, hasUnprovenClaim: true))
        }
        #expect(!Self.trust().client(peer: nil, headers: Self.fields([]), overTLS: false).hasUnprovenClaim)
    }

    @Test(
        "of Forwarded the right-most element counts that names no proxy of ours, with its protocol",
        arguments: [
            ("for=203.0.113.9;proto=https", "203.0.113.9", true),
            ("for=1.1.1.1;proto=https, for=203.0.113.9;proto=http", "203.0.113.9", false),
            ("For=\"[2001:dead::9]:4711\";Proto=HTTPS;by=10.0.0.1", "2001:dead::9", true),
            ("for=203.0.113.9;proto=https, for=10.0.0.2;proto=http", "203.0.113.9", true),
            ("for=1.1.1.1, for=_hidden;proto=https", nil, false),
            ("for=\"203.0.113.9\";host=\"a,b;c\"", "203.0.113.9", false),
            ("for=\"203.0.113.9\";host=\"a\\\",\\\"b\" ; proto=https;", "203.0.113.9", true),
            ("nonsense", nil, false),
            ("proto=https", nil, false),
            ("", nil, false),
            // What stands to the left is the reader's own; the proxy's entry is read as it wrote it.
            ("for=127.0.0.1;x=\", for=203.0.113.9;proto=https", "203.0.113.9", true),
            ("for=10.0.0.9;x=\"\\, for=203.0.113.9;proto=https", "203.0.113.9", true),
            ("for=10.0.0.9\u{0600}, for=203.0.113.9", "203.0.113.9", false),
            ("for=203.0.113.9;x=\", for=10.0.0.2", nil, false),
            ("for=203.0.113.9;x=\",y=\", for=10.0.0.2", "203.0.113.9", false),
            // One entry says one thing.
            ("for=127.0.0.1;for=203.0.113.9", nil, false),
            ("for=203.0.113.9 for=127.0.0.1", nil, false),
            ("for=\"203.0.113.9\"x", nil, false),
        ] as [(String, String?, Bool)])
    func forwarded(value: String, address: String?, isSecure: Bool) {
        let client = Self.trust(.forwarded).client(
            peer: NetworkAddress("10.0.0.1"), headers: Self.fields([("Forwarded", value)]), overTLS: false)
        #expect(client.address == address.flatMap { NetworkAddress($0) })
        #expect(client.isSecure == isSecure)
    }

    @Test(
        "a request that came through a proxy and has lost its header is nobody's",
        arguments: ["X-Forwarded-Proto", "Via", "X-Real-IP", "Forwarded"])
    func lostHeader(sign: String) {
        let client = Self.trust().client(
            peer: NetworkAddress("10.0.0.1"), headers: Self.fields([(sign, "for=203.0.113.9")]), overTLS: false)
        #expect(client.address == nil && client.isBehindProxy)
    }

    @Test("only the header that the proxies write is read: the other comes from the reader as he made it")
    func oneHeader() {
        let headers = Self.fields([("X-Forwarded-For", "203.0.113.9"), ("Forwarded", "for=1.1.1.1;proto=https")])
        let peer = NetworkAddress("10.0.0.1")
        #expect(Self.trust().client(peer: peer, headers: headers, overTLS: false).address == NetworkAddress("203.0.113.9"))
        #expect(Self.trust().client(peer: peer, headers: headers, overTLS: false).isSecure == false)
        #expect(Self.trust(.forwarded).client(peer: peer, headers: headers, overTLS: false).address == NetworkAddress("1.1.1.1"))
    }

    @Test(
        "the reader's own connection is secure as the nearest proxy says, or as ours is",
        arguments: [("https", false, true), ("http", false, false), ("http", true, false), (nil, true, true), ("http, https", false, true)]
            as [(String?, Bool, Bool)])
    func scheme(value: String?, overTLS: Bool, isSecure: Bool) {
        let headers = Self.fields(value.map { [("X-Forwarded-Proto", $0)] } ?? [])
        #expect(Self.trust().client(peer: NetworkAddress("10.0.0.1"), headers: headers, overTLS: overTLS).isSecure == isSecure)
    }
}
