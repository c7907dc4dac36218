import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Addresses and networks")
struct NetworkAddressTests {
    @Test(
        "an address is read and written in its usual form",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("::1", "::1"), ("2001:DB8::0:1", "2001:db8::1"), ("::ffff:192.0.2.1", "192.0.2.1"),
            ("fe80::1%eth0", "fe80::1"), ("0.0.0.0", "0.0.0.0"), ("::", "::"),
        ])
    func reads(text: String, written: String) throws {
        #expect(try #require(NetworkAddress(text)).description == written)
    }

    @Test(
        "what is no address is none",
        arguments: [
            "", "localhost", "192.0.2", "192.0.2.256", "192.0.2.1:80", "[::1]", "::1::", "1.2.3.4\0", " 1.2.3.4", "0x7f.1", "１.2.3.4",
        ])
    func refuses(text: String) {
        #expect(NetworkAddress(text) == nil)
    }

    @Test(
        "a network holds its own addresses and no other",
        arguments: [
            ("10.0.0.0/8", "10.255.255.255", true), ("10.0.0.0/8", "11.0.0.0", false), ("10.1.2.3/8", "10.9.9.9", true),
            ("192.0.2.0/25", "192.0.2.127", true), ("192.0.2.0/25", "192.0.2.128", false), ("192.0.2.7", "192.0.2.7", true),
            ("192.0.2.7/32", "192.0.2.8", false), ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "2001:db8::1", false),
            ("::/0", "2001:db8::1", true), ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::", false),
            ("2001:db8::/64", "2001:db8::ffff:ffff:ffff:ffff", true), ("2001:db8::/64", "2001:db8:0:1::", false),
            ("2001:db8::/65", "2001:db8::7fff:0:0:1", true), ("2001:db8::/65", "2001:db8::8000:0:0:1", false),
            ("2001:db8::1", "2001:db8::2", false), ("10.0.0.0/8", "::ffff:10.1.1.1", true),
        ])
    func contains(range: String, address: String, isInside: Bool) throws {
        #expect(try #require(AddressRange(range)).contains(try #require(NetworkAddress(address))) == isInside)
    }

    @Test(
        "what is no network is none",
        arguments: [
            "", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8/8", "::/129", "::/1000", "a/8", "10.0.0.0/8 ",
        ])
    func refusesRange(text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test(
        "a network is written with the zeros behind its prefix",
        arguments: [("10.1.2.3/8", "10.0.0.0/8"), ("2001:db8::1/32", "2001:db8::/32")])
    func writes(text: String, written: String) throws {
        #expect(try #require(AddressRange(text)).description == written)
    }

    @Test("an IPv6 household is its network of 64 bits, an IPv4 household its address")
    func household() throws {
        #expect(NetworkAddress("2001:db8:1:2:3::4")?.household == NetworkAddress("2001:db8:1:2::"))
        #expect(NetworkAddress("192.0.2.1")?.household == NetworkAddress("192.0.2.1"))
    }
}
