extension String {
    /// Full-width forms as plain ASCII, which a Chinese keyboard types: ２０２６／１１／２１, and the minus sign as a hyphen.
    package var narrowed: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                    case 0x2212: "-"
                    default: scalar
                    }
                }))
    }
}
