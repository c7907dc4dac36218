import Foundation

/// What somebody signs in with.
package enum LoginName {
    /// The key by which an account is found, folded (NFKC, lower case), so that Zhang and zhang are one; nil for what was
    /// never allowed: 2 to 32 letters, digits, dots, dashes or Chinese characters.
    ///
    /// Wider than `new(_:)`: whoever got a name before that rule goes on to sign in with it.
    package static func key(_ text: String) -> String? {
        let folded = text.precomposedStringWithCompatibilityMapping.lowercased().trimmingCharacters(in: .whitespacesAndNewlines)
        let isPlain = folded.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "._-".unicodeScalars.contains(scalar)
        }
        return (2...32).contains(folded.count) && isPlain ? folded : nil
    }

    /// The name of a new account, as it is kept and shown: letters a to z or Chinese characters, not both, with digits, dots,
    /// dashes and underscores between, never at either end, where nobody sees them in a list.
    ///
    /// One script, in one spelling, so that no two names in the audit log look alike (UTS 39, single-script restriction):
    /// a Cyrillic `а` stands for none of ours, a capital `I` for no small `l`, an accented `ǵ` for no `g`.
    ///
    /// - Throws: `AccountError.login`.
    package static func new(_ text: String) throws(AccountError) -> String {
        guard let key = key(text) else { throw .login(text) }
        let scalars = key.unicodeScalars
        let (hasLatin, hasHan, hasDigit) = (
            scalars.contains(where: isLatin), scalars.contains(where: isHan), scalars.contains(where: isDigit)
        )
        let isPlain = scalars.allSatisfy { isLatin($0) || isHan($0) || isDigit($0) || isMark($0) }
        let hasMarkOutside = scalars.first.map(isMark) ?? true || scalars.last.map(isMark) ?? true
        guard isPlain, !hasMarkOutside, !(hasLatin && hasHan), hasLatin || hasHan || hasDigit else { throw .login(text) }
        return key
    }

    /// What a name looks like, so that two that look alike are one (UTS 39, skeleton): `1` is `l`, and a zero of either kind `o`.
    static func look(_ key: String) -> String {
        String(
            String.UnicodeScalarView(
                key.unicodeScalars.map { scalar in
                    switch scalar {
                    case "1": "l"
                    case "0", "\u{3007}": "o"
                    default: scalar
                    }
                }))
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { "._-".unicodeScalars.contains(scalar) }
    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }
    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// The unified ideographs; radicals and compatibility forms, which look like them, are folded or refused.
    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isUnifiedIdeograph || scalar.value == 0x3007
    }
}
