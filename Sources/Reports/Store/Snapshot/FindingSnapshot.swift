import AnnualReport
import Office

/// A finding, as JSON keeps it.
struct FindingSnapshot: Codable {
    var rule: String
    var message: String
    var cells: [String]
    var expected: FindingValueSnapshot?
    var found: FindingValueSnapshot?
    var line: Int?
    var origin: String
    /// The legal source where it is not the rule's own.
    var basis: String?
}

extension FindingSnapshot {
    init(_ finding: Finding) {
        rule = finding.rule.rawValue
        message = finding.message
        cells = finding.cells
        expected = finding.expected.map(FindingValueSnapshot.init)
        found = finding.found.map(FindingValueSnapshot.init)
        line = finding.line
        origin = finding.origin.snapshotText
        basis = finding.basis == finding.rule.basis ? nil : finding.basis
    }

    func finding() throws -> Finding {
        var finding = Finding(
            try Rule(snapshot: rule), message, cells: cells, expected: expected?.value, found: found?.value,
            origin: try Origin(snapshotText: origin), basis: basis)
        finding.line = line
        return finding
    }
}

/// A number, a text or a list, as JSON has them.
struct FindingValueSnapshot: Codable {
    var value: FindingValue

    init(_ value: FindingValue) {
        self.value = value
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            value = .number(number)
        } else if let text = try? container.decode(String.self) {
            value = .text(text)
        } else {
            value = .list(try container.decode([FindingValueSnapshot?].self).map { $0?.value })
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let values): try container.encode(values.map { $0.map(FindingValueSnapshot.init) })
        }
    }
}
