/// The classes of ASCII, for bytes and for UTF-16 and Unicode code units alike: what decides about trust, paths or limits is
/// compared as bytes, and no other digit of Unicode is a digit there.
extension FixedWidthInteger {
    /// 0 to 9.
    @inlinable @inline(__always) package var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// a to z.
    @inlinable @inline(__always) package var isASCIILowercase: Bool { self >= 0x61 && self <= 0x7A }

    /// A to Z.
    @inlinable @inline(__always) package var isASCIIUppercase: Bool { self >= 0x41 && self <= 0x5A }

    @inlinable @inline(__always) package var isASCIILetter: Bool { isASCIILowercase || isASCIIUppercase }

    @inlinable @inline(__always) package var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }
}
