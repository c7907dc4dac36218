import Foundation
import Law
import Office

/// A body's name as a report prints it, parsed against the tree: places and superiors stand before the name of the tree, in
/// full or in part. 青溪县公安局石桥派出所 is 县公安局石桥派出所 of 青溪县, whose 县 belongs to both.
struct PrintedName {
    /// Folded, with 人民政府 in its short form.
    let key: Substring
    /// What a name of the tree can be, beside the ends of the printed one.
    private static let longest = 200
    /// The last characters of places, which the name of a body in it may begin with: 县教育局.
    private static let places = "省市州盟县区旗镇乡"

    /// - Returns: nil for one that is longer than any name.
    init?(_ name: String) {
        // Most scalars of a name have three bytes; more than that is no name, and is not folded to find out.
        guard name.utf8.count <= Self.longest * 12 else { return nil }
        // What looks the same is the same: compatibility characters in their plain form, and nothing but letters, digits and brackets.
        let plain = name.precomposedStringWithCompatibilityMapping.unicodeScalars.filter(Self.isOfName)
        let key = OrganizationName.key(String(String.UnicodeScalarView(plain)))
        guard !key.isEmpty, key.count <= Self.longest else { return nil }
        self.key = key[...]
    }

    /// The keys that a name of the tree may have to be this one, whatever comes before it.
    var candidates: [String] {
        var keys: [String] = []
        for key in Self.spellings(key) {
            keys += key.indices.map { String(key[$0...]) }
            keys += Self.places.map { String($0) + key }
        }
        return Array(Set(keys)).sorted()
    }

    /// What a name of the tree may be after its region's name, where the tree names the region and the report does not.
    var withoutRegion: [String] {
        Self.spellings(key).flatMap { key -> [String] in
            guard let first = key.first, Self.places.contains(first), key.count > 2 else { return [String(key)] }
            return [String(key), String(key.dropFirst())]
        }
    }

    private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
            .otherNumber,
            .openPunctuation, .closePunctuation:
            true
        default: false
        }
    }

    /// How a printed name is that of a body of the tree.
    enum Match {
        /// With the name of its region: it is no other body's.
        case full
        /// Without: bodies of several regions may bear it.
        case bare
    }

    /// - Parameters:
    ///   - own: a name's key in the tree.
    ///   - region: in which it is borne.
    ///   - above: keys of the names of its superiors, the nearest first.
    func matches(_ own: String, in region: String, above: [[String]] = []) -> Match? {
        let (own, region) = (Self.short(own[...]), Self.short(OrganizationName.key(region)[...]))
        let key = Self.short(self.key)
        guard !region.isEmpty else { return key == own ? .bare : nil }
        let isPlace = region.last.map(Self.places.contains) ?? false
        // The tree may name the region although the report does not.
        let stem = isPlace && own.hasPrefix(region) && own.count >= region.count + 2 ? String(own.dropFirst(region.count)) : own
        for name in Set([own, stem, isPlace && own.first == region.last && own.count > 2 ? String(own.dropFirst()) : own]) {
            guard key.hasSuffix(name) else { continue }
            var rest = key.dropLast(name.count)
            // With its region in full, it is that body's whatever stands before: the city of the county.
            if name == own, own.hasPrefix(region) { return .full }
            if rest.isEmpty { return .bare }
            if let match = Self.place(rest, next: name.first, region) { return match }
            for names in above {
                let printed = names.map { Self.short($0[...]) }.filter { !$0.isEmpty && rest.hasSuffix($0) }
                guard let superior = printed.max(by: { $0.count < $1.count }) else { continue }
                rest = rest.dropLast(superior.count)
                if rest.isEmpty { return superior.hasPrefix(region) ? .full : .bare }
                if let match = Self.place(rest, next: superior.first, region) { return match }
            }
        }
        return nil
    }

    /// What is left before a name, where that is the region and nothing else.
    private static func place(_ rest: Substring, next: Character?, _ region: String) -> Match? {
        if rest.hasSuffix(region) { return .full }
        guard let last = region.last, places.contains(last) else { return nil }
        if next == last, rest.hasSuffix(region.dropLast()) { return .full }
        return rest == String(last)[...] ? .bare : nil
    }

    /// 人民政府办公室 and 政府办公室 are one office.
    private static func short(_ key: Substring) -> String {
        key.split(separator: "人民政府", omittingEmptySubsequences: false).joined(separator: "政府")
    }

    /// A key as the tree may spell it, 人民政府 in full and in short.
    private static func spellings(_ key: Substring) -> [String] {
        let short = short(key)
        return Array(Set([String(key), short, short.split(separator: "政府", omittingEmptySubsequences: false).joined(separator: "人民政府")]))
    }
}
