import Law

/// An administrative division by its code: six digits after GB/T 2260, nine for a town or street (GB/T 10114).
package struct Jurisdiction: Hashable, Sendable, CustomStringConvertible {
    /// How far down a division stands.
    package enum Level: Int, Sendable, Comparable, CaseIterable {
        case province, city, county, town

        package static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }

        package var title: String {
            switch self {
            case .province: "省级"
            case .city: "市级"
            case .county: "县级"
            case .town: "乡级"
            }
        }
    }

    package let code: String
    package let level: Level

    /// Nil for what is no code: another number of digits, no province of that number, a part that is skipped.
    package init?(_ text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 6 || digits.count == 9, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let province = Int(text.prefix(2)), ProvinceCode.all.contains(province)
        else { return nil }
        let city = digits[2..<4].elementsEqual("00".utf8)
        let county = digits[4..<6].elementsEqual("00".utf8)
        // 330001 names a county of no city.
        if city && !county { return nil }
        if digits.count == 9 {
            // A city without counties has towns all the same: 441900 and 441900101.
            guard !city, !digits[6...].elementsEqual("000".utf8) else { return nil }
            level = .town
        } else {
            level = city ? .province : county ? .city : .county
        }
        code = text
    }

    /// The division that it belongs to; nil for a province.
    package var parent: Jurisdiction? {
        switch level {
        case .province: nil
        case .city: Jurisdiction(code.prefix(2) + "0000")
        case .county: isDirect ? Jurisdiction(code.prefix(2) + "0000") : Jurisdiction(code.prefix(4) + "00")
        case .town: Jurisdiction(String(code.prefix(6)))
        }
    }

    /// True for a county right under its province: districts and counties of Beijing, Tianjin, Shanghai and Chongqing,
    /// and counties under a province's direct administration (90). Their middle digits stand for no city.
    private var isDirect: Bool {
        ["11", "12", "31", "50"].contains(code.prefix(2)) || code.dropFirst(2).prefix(2) == "90"
    }

    /// True where the other is this one or lies in it.
    package func contains(_ other: Jurisdiction) -> Bool {
        var place: Jurisdiction? = other
        while let here = place {
            if here == self { return true }
            place = here.parent
        }
        return false
    }

    package var description: String { code }
}
