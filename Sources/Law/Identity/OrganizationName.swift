/// Names of organizations, as they are paired and judged.
package enum OrganizationName {
    /// What two spellings of one body's name share: spaces, bracket form and a trailing 人民政府 folded, and what nobody sees
    /// left out, a zero-width space for one.
    package static func key(_ name: String) -> String {
        var key = name
        if !isChinese(name) {
            key = ""
            for c in name.unicodeScalars where !c.properties.isWhitespace && !isInvisible(c) {
                switch c {
                case "(", "〔", "[", "【": key.unicodeScalars.append("（")
                case ")", "〕", "]", "】": key.unicodeScalars.append("）")
                default: key.unicodeScalars.append(c)
                }
            }
        }
        let government = "人民政府"
        if key.ends(with: [government]), key.utf8.count > government.utf8.count { key.removeLast(government.count) }
        return key
    }

    /// True for a name of nothing but Chinese characters (U+4000 to U+9FFF), of which nothing is folded.
    private static func isChinese(_ name: String) -> Bool {
        var isTrail = 0
        for byte in name.utf8 {
            if isTrail > 0 {
                isTrail -= 1
            } else if byte >= 0xE4, byte <= 0xE9 {
                isTrail = 2
            } else {
                return false
            }
        }
        return true
    }

    private static func isInvisible(_ c: Unicode.Scalar) -> Bool {
        if c.properties.isDefaultIgnorableCodePoint { return true }
        return switch c.properties.generalCategory {
        case .format, .control: true
        default: false
        }
    }

    /// The key within a region, whose name a report may print before it: 青溪县石桥镇 in 青溪县 is 石桥镇.
    package static func key(_ name: String, in region: String) -> String {
        let (key, place) = (key(name), key(region))
        let rest = key.dropFirst(place.count)
        guard let last = place.last, "省市州盟县区旗".contains(last), key.hasPrefix(place), rest.count >= 2 else { return key }
        return String(rest)
    }

    /// A key and what is left of it behind each division that it may name: 云泽市青溪县石桥镇, 青溪县石桥镇, 石桥镇. Two bodies are one
    /// where the key of either is among these of the other.
    package static func ends(_ key: String) -> [Substring] {
        var ends = [key[...]]
        // No body has so long a name: of one that a file makes up, the ends are not worth their room.
        guard key.utf8.count <= 300 else { return ends }
        for place in key.indices where "省市州盟县区旗".contains(key[place]) {
            let end = key[key.index(after: place)...]
            if !end.isEmpty { ends.append(end) }
        }
        return ends
    }

    /// The name without brackets and a trailing 人民政府: what its kind is read from.
    package static func core(_ name: String) -> String {
        key(name.bracketed.outside)
    }

    /// True for a people's government of county level and above, by its name.
    package static func isCountyOrAbove(_ name: String) -> Bool {
        let core = core(name)
        // 浦东新区人民政府 is a district's government; 某某新区 alone may be a zone's administration.
        if core.ends(with: ["新区"]) { return name.bracketed.outside.ends(with: ["新区人民政府"]) }
        let zones = ["开发区", "高新区", "景区", "园区", "社区"]
        guard !core.ends(with: zones) else { return false }
        return core.ends(with: ["省", "市", "州", "盟", "县", "区", "旗"])
    }

    /// True for the name of a division: 青溪县, 石桥镇, 城东街道. The name of a folder that somebody chose is none.
    package static func isPlace(_ name: String) -> Bool {
        let key = key(name)
        return key.count >= 2 && key.ends(with: ["省", "市", "州", "盟", "县", "区", "旗", "镇", "乡", "街道", "兵团"])
    }

    /// True for a town, a township or a street office, by its name.
    package static func isTownOrStreet(_ name: String) -> Bool {
        let core = core(name)
        return core.ends(with: ["镇", "乡", "苏木", "街道", "街道办事处", "街道办"])
    }

    /// Who publishes a report of that name, in the words of article 49.
    package static func reporter(_ name: String) -> ReportDue.Reporter {
        isTownOrStreet(name) ? .town : isCountyOrAbove(name) ? .government : .department
    }

    /// True for a people's government of any level, by its name.
    package static func isGovernment(_ name: String) -> Bool {
        let core = core(name)
        return isCountyOrAbove(name) || core.ends(with: ["镇", "乡"])
    }
}
