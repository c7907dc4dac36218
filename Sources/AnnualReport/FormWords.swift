import Law

/// Whether printed labels are those of the form.
package enum FormWords {
    /// True if a printed label, its mark left away, says the form's word: after folding, a bracket that the form
    /// prints may be absent, but where it stands its words are compared; a bracket of the office's own is dropped.
    ///
    /// - Parameters:
    ///   - word: the form's words without mark.
    ///   - short: a shorter wording that is the form's too.
    package static func accepts(_ printed: String, word: String, short: String? = nil) -> Bool {
        let printedFold = Folding.fold(printed)
        if printedFold == Folding.fold(word) { return true }
        if let short, printedFold == Folding.fold(short) { return true }
        let (outside, inside) = brackets(printed)
        let (formOutside, formInside) = brackets(word)
        let folded = Folding.fold(outside)
        guard folded == Folding.fold(formOutside) || short.map({ folded == Folding.fold($0) }) ?? false else { return false }
        guard let formInside else { return true }
        return inside.map { Folding.fold($0) == Folding.fold(formInside) } ?? true
    }

    /// The text outside of brackets, and that inside them (nil where there are none).
    static func brackets(_ text: String) -> (outside: String, inside: String?) {
        var outside = ""
        var inside: String?
        var depth = 0
        for c in text {
            switch c {
            case "(", "（", "[", "【", "〔":
                depth += 1
                if inside == nil { inside = "" }
            case ")", "）", "]", "】", "〕":
                depth = max(0, depth - 1)
            default:
                if depth > 0 { inside?.append(c) } else { outside.append(c) }
            }
        }
        return (outside, inside)
    }
}

/// Names of organizations, as they are paired and judged.
package enum OrganizationName {
    /// What two spellings of one body's name share: spaces, bracket form and a trailing 人民政府 folded, and what nobody sees
    /// left out, a zero-width space for one.
    package static func key(_ name: String) -> String {
        var key = ""
        for c in name.unicodeScalars where !c.properties.isWhitespace && !isInvisible(c) {
            switch c {
            case "(", "〔", "[", "【": key.unicodeScalars.append("（")
            case ")", "〕", "]", "】": key.unicodeScalars.append("）")
            default: key.unicodeScalars.append(c)
            }
        }
        if key.hasSuffix("人民政府"), key.count > 4 { key.removeLast(4) }
        return key
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
    static func ends(_ key: String) -> [Substring] {
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
    static func core(_ name: String) -> String {
        key(FormWords.brackets(name).outside)
    }

    /// True for a people's government of county level and above, by its name.
    package static func isCountyOrAbove(_ name: String) -> Bool {
        let core = core(name)
        // 浦东新区人民政府 is a district's government; 某某新区 alone may be a zone's administration.
        if core.hasSuffix("新区") { return FormWords.brackets(name).outside.hasSuffix("新区人民政府") }
        let zones = ["开发区", "高新区", "景区", "园区", "社区"]
        guard !zones.contains(where: core.hasSuffix) else { return false }
        return ["省", "市", "州", "盟", "县", "区", "旗"].contains(where: core.hasSuffix)
    }

    /// True for the name of a division: 青溪县, 石桥镇, 城东街道. The name of a folder that somebody chose is none.
    package static func isPlace(_ name: String) -> Bool {
        let key = key(name)
        return key.count >= 2 && ["省", "市", "州", "盟", "县", "区", "旗", "镇", "乡", "街道", "兵团"].contains(where: key.hasSuffix)
    }

    /// True for a town, a township or a street office, by its name.
    package static func isTownOrStreet(_ name: String) -> Bool {
        let core = core(name)
        return ["镇", "乡", "苏木", "街道", "街道办事处", "街道办"].contains(where: core.hasSuffix)
    }

    /// Who publishes a report of that name, in the words of article 49.
    static func reporter(_ name: String) -> ReportDue.Reporter {
        isTownOrStreet(name) ? .town : isCountyOrAbove(name) ? .government : .department
    }

    /// True for a people's government of any level, by its name.
    package static func isGovernment(_ name: String) -> Bool {
        let core = core(name)
        return isCountyOrAbove(name) || core.hasSuffix("镇") || core.hasSuffix("乡")
    }
}
