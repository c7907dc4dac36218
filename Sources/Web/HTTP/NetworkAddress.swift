import Glibc
import Markup

/// An IPv4 or IPv6 address. IPv4 is kept as IPv6 writes it (`::ffff:a.b.c.d`), so that a reader is the same whichever
/// kind of socket was met.
package struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads `192.0.2.1` or `2001:db8::1`; a zone (`%eth0`) is dropped. Nil for anything else.
    package init?(_ text: some StringProtocol) {
        // No address is longer, and the C library must not be given a NUL in the middle.
        guard text.utf8.count <= 64, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        let address = String(text.prefix { $0 != "%" })
        var four = in_addr()
        if inet_pton(AF_INET, address, &four) == 1 {
            self.init(high: 0, low: 0xFFFF_0000_0000 | UInt64(UInt32(bigEndian: four.s_addr)))
            return
        }
        var six = in6_addr()
        guard inet_pton(AF_INET6, address, &six) == 1 else { return nil }
        let halves = withUnsafeBytes(of: six) { bytes in
            (bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
        self.init(high: UInt64(bigEndian: halves.0), low: UInt64(bigEndian: halves.1))
    }

    /// True for an IPv4 address.
    package var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

    /// True for this machine's own addresses.
    package var isLoopback: Bool { AddressRange.loopback.contains { $0.contains(self) } }

    /// What limits are counted by: one IPv4 address, or an IPv6 network of 64 bits, which is what one household gets.
    package var household: NetworkAddress { isIPv4 ? self : NetworkAddress(high: high, low: 0) }

    package var description: String {
        if isIPv4 { return [24, 16, 8, 0].map { String(low >> $0 & 0xFF) }.joined(separator: ".") }
        var bytes = (high.bigEndian, low.bigEndian)
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(AF_INET6, &bytes, &text, socklen_t(text.count)) != nil else { return "?" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

/// A network: `10.0.0.0/8`, `2001:db8::/32`, or a single address.
package struct AddressRange: Hashable, Sendable, CustomStringConvertible {
    /// The network's own address: the bits behind the prefix are zero.
    package let network: NetworkAddress
    /// Of 128 bits; an IPv4 prefix is 96 longer than it is written.
    package let prefix: Int

    /// Reads CIDR notation. Nil where the address or the prefix is none; bits behind the prefix are ignored.
    package init?(_ text: some StringProtocol) {
        let parts = String(text).cut(at: "/", most: 1, keepsEmpty: true)
        guard let first = parts.first, let address = NetworkAddress(first) else { return nil }
        var length = 128
        if parts.count == 2 {
            let digits = parts[1]
            guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let written = Int(digits)
            else { return nil }
            length = address.isIPv4 && !first.contains(":") ? written + 96 : written
        }
        guard (0...128).contains(length) else { return nil }
        prefix = length
        network = Self.masked(address, length)
    }

    /// 127.0.0.0/8 and ::1.
    package static let loopback = ["127.0.0.0/8", "::1"].compactMap { AddressRange($0) }

    /// True if the address lies in this network.
    package func contains(_ address: NetworkAddress) -> Bool { Self.masked(address, prefix) == network }

    package var description: String { "\(network)/\(network.isIPv4 && prefix >= 96 ? prefix - 96 : prefix)" }

    private static func masked(_ address: NetworkAddress, _ prefix: Int) -> NetworkAddress {
        // Shifting by 64 or more gives zero in Swift, which is what an empty half needs.
        NetworkAddress(
            high: address.high & (UInt64.max << UInt64(max(64 - prefix, 0))),
            low: address.low & (UInt64.max << UInt64(min(max(128 - prefix, 0), 64))))
    }
}
