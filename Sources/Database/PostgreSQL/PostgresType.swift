/// The server's types that stand for one of SQLite's five, by their fixed numbers.
enum PostgresType: UInt32 {
    case unknown = 0
    case bool = 16
    case bytea = 17
    case name = 19
    case int8 = 20
    case int2 = 21
    case int4 = 23
    case text = 25
    case oid = 26
    case float4 = 700
    case float8 = 701
    case untyped = 705
    case bpchar = 1042
    case varchar = 1043
    case numeric = 1700
    case void = 2278
}

extension SQLValue {
    /// The type that a value is sent with. Null fits every type.
    var postgresType: PostgresType {
        switch self {
        case .null: .unknown
        case .integer: .int8
        case .real: .float8
        case .text: .text
        case .blob: .bytea
        }
    }

    /// The value's binary form; nothing for null.
    func appendPostgres(to buffer: inout [UInt8]) {
        switch self {
        case .null: break
        case .integer(let n): withUnsafeBytes(of: n.bigEndian) { buffer.append(contentsOf: $0) }
        case .real(let x): withUnsafeBytes(of: x.bitPattern.bigEndian) { buffer.append(contentsOf: $0) }
        case .text(let text): buffer.append(contentsOf: text.utf8)
        case .blob(let bytes): buffer.append(contentsOf: bytes)
        }
    }

    /// A value from its binary form; nil for a type that SQLite has no equal of.
    init?(type: PostgresType?, bytes: UnsafeRawBufferPointer) {
        switch type {
        case .bool: self = .integer(bytes.first == 0 ? 0 : 1)
        case .int2: self = .integer(Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self))))
        case .int4: self = .integer(Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self))))
        case .int8: self = .integer(Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)))
        case .oid: self = .integer(Int64(UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self))))
        case .float4: self = .real(Double(Float(bitPattern: UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self)))))
        case .float8: self = .real(Double(bitPattern: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))))
        case .text, .varchar, .bpchar, .name, .untyped: self = .text(String(decoding: bytes, as: UTF8.self))
        case .bytea: self = .blob([UInt8](bytes))
        case .void: self = .null
        case .numeric:
            guard let number = Self.numeric(bytes) else { return nil }
            self = number
        case .unknown, nil: return nil
        }
    }

    /// Sums of whole numbers are numeric on the server and whole on SQLite; what is not whole, or too large, is real.
    private static func numeric(_ bytes: UnsafeRawBufferPointer) -> SQLValue? {
        func word(_ index: Int) -> Int16 { Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: 2 * index, as: Int16.self)) }
        guard bytes.count >= 8 else { return nil }
        let count = Int(word(0))
        let weight = Int(word(1))
        let sign = UInt16(bitPattern: word(2))
        // Not a number, and the two infinities.
        guard sign == 0 || sign == 0x4000, bytes.count >= 8 + 2 * count else { return nil }
        var text = sign == 0 ? "" : "-"
        // Groups of four digits, the first with the weight 10000^weight; groups that are not sent are zero.
        for position in stride(from: max(weight, 0), through: min(weight - count + 1, 0), by: -1) {
            if position == -1 { text += "." }
            let index = weight - position
            let digits = String(index >= 0 && index < count ? word(4 + index) : 0)
            text += String(repeating: "0", count: 4 - digits.count) + digits
        }
        if count - 1 <= weight, let whole = Int64(text) { return .integer(whole) }
        return Double(text).map { .real($0) }
    }
}
