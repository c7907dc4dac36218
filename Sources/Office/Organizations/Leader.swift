import Markup

/// Somebody who leads an organization, and what he or she is in charge of. The name may be left out.
package struct Leader: Hashable, Sendable {
    package var name: String
    package var title: String
    package var duties: String

    package init(name: String = "", title: String = "", duties: String = "") {
        self.name = Self.line(name)
        self.title = Self.line(title)
        self.duties = Self.line(duties)
    }

    /// How many an organization may have.
    static let most = 50
    private static let longest = 500

    /// What is wrong with it; nil where it can be so.
    var problem: String? {
        if name.isEmpty && title.isEmpty { return "负责人应写明职务或者姓名。" }
        // The slash parts the three in a sheet.
        if name.contains("/") || title.contains("/") { return "负责人的姓名和职务中不能有“/”。" }
        if [name, title, duties].contains(where: { $0.count > Self.longest }) { return "负责人的姓名、职务和分工各不超过 \(Self.longest) 字。" }
        return nil
    }

    // MARK: As text

    /// Leaders as a cell of a sheet or a field of a form holds them, one a line: 职务/姓名/分工.
    package static func text(_ leaders: [Leader]) -> String {
        leaders.map { leader in
            var parts = [leader.title, leader.name, leader.duties]
            while let last = parts.last, last.isEmpty { parts.removeLast() }
            return parts.joined(separator: "/")
        }.joined(separator: "\n")
    }

    /// Reads such a text.
    package static func list(_ text: String) -> [Leader] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let parts = String(line.replacing("／", with: "/")).cut(at: "/", most: 2, keepsEmpty: true)
            let part = { (index: Int) in index < parts.count ? parts[index] : "" }
            let leader = Leader(name: part(1), title: part(0), duties: part(2))
            return leader == Leader() ? nil : leader
        }
    }

    private static func line(_ text: String) -> String {
        // A full-width slash would be read back as the one that parts the three.
        text.split(whereSeparator: \.isNewline).joined(separator: "；").replacing("／", with: "/").trimmingBlanks
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmingBlanks: String { Typed.text(self) ?? "" }
}
