/// What a check says of a report: which rule, which cells, what was found and what was expected.
public struct Finding: Hashable, Sendable {
    public var rule: Rule
    /// In Chinese; names the cell, the value found and the value expected.
    public var message: String
    /// `requests.total.naturalPerson`, or a whole row `requests.total`.
    public var cells: [String]
    public var expected: FindingValue?
    public var found: FindingValue?
    /// Line of a text source, from 1.
    public var line: Int?
    /// Where it stands in a source of any format.
    public var origin: Origin
    /// In a merged report: the bodies whose reports it concerns.
    public var organizations: [String] = []

    /// The legal source: the rule's own, unless the finding rests on something else.
    public var basis: String

    public var severity: Severity { rule.severity }

    /// - Parameter basis: nil for the rule's own legal source.
    public init(
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
public indirect enum FindingValue: Hashable, Sendable {
    case number(Int)
    case text(String)
    case list([FindingValue?])

    /// What stood in a row, in order: numbers as numbers, blanks as nil.
    public static func figures(_ found: [String?]) -> FindingValue {
        .list(found.map { text in text.map { Int($0).map { .number($0) } ?? .text($0) } })
    }

    /// As a message shows it.
    public var description: String {
        switch self {
        case .number(let n): "\(n)"
        case .text(let t): t
        case .list(let values): values.map { $0?.description ?? "空" }.joined(separator: "、")
        }
    }
}

public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The report contradicts itself or the law.
    case error
    /// A reader cannot trust a figure.
    case warning
    /// Form.
    case notice

    public var title: String {
        switch self {
        case .error: "错误"
        case .warning: "警告"
        case .notice: "提示"
        }
    }

    private var rank: Int { self == .error ? 0 : self == .warning ? 1 : 2 }
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}
