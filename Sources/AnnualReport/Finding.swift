/// What a check says of a report: which rule, which cells, what was found and what was expected.
package struct Finding: Hashable, Sendable {
    package var rule: Rule
    /// In Chinese; names the cell, the value found and the value expected.
    package var message: String
    /// `requests.total.naturalPerson`, or a whole row `requests.total`.
    package var cells: [String]
    package var expected: FindingValue?
    package var found: FindingValue?
    /// Line of a text source, from 1.
    package var line: Int?
    /// Where it stands in a source of any format.
    package var origin: Origin
    /// In a merged report: the bodies whose reports it concerns.
    package var organizations: [String] = []

    /// The legal source: the rule's own, unless the finding rests on something else.
    package var basis: String

    package var severity: Severity { rule.severity }

    /// - Parameter basis: nil for the rule's own legal source.
    package init(
        _ rule: Rule, _ message: String, cells: [String] = [], expected: FindingValue? = nil,
        found: FindingValue? = nil, origin: Origin = .unknown, organizations: [String] = [], basis: String? = nil
    ) {
        self.basis = basis ?? rule.basis
        self.rule = rule
        self.message = message
        self.cells = cells
        self.expected = expected
        self.found = found
        self.origin = origin
        self.organizations = organizations
        line = origin.line > 0 ? Int(origin.line) : nil
    }
}

/// A value that a finding found or expected.
package indirect enum FindingValue: Hashable, Sendable {
    case number(Int)
    case text(String)
    case list([FindingValue?])

    /// What stood in a row, in order: numbers as numbers, blanks as nil.
    package static func figures(_ found: [String?]) -> FindingValue {
        .list(found.map { text in text.map { Int($0).map { .number($0) } ?? .text($0) } })
    }

    /// As a message shows it.
    package var description: String {
        switch self {
        case .number(let n): "\(n)"
        case .text(let t): t
        case .list(let values): values.map { $0?.description ?? "空" }.joined(separator: "、")
        }
    }
}

package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The report contradicts itself or the law.
    case error
    /// A reader cannot trust a figure.
    case warning
    /// Form.
    case notice

    package var title: String {
        switch self {
        case .error: "错误"
        case .warning: "警告"
        case .notice: "提示"
        }
    }

    private var rank: Int { self == .error ? 0 : self == .warning ? 1 : 2 }
    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}
