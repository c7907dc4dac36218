import AnnualReport
import Law
import Markup

/// Why an object is no report of ours, in Chinese.
struct ForeignObject: Error {
    var detail: String

    init(_ path: String, _ expected: String) {
        detail = "「\(path)」\(expected)"
    }
}

/// Makes a report of the one object of a `gongkai.report/1` file.
struct JSONReportDecoder {
    var object: JSONValue

    func report(_ source: AnnualReport.Source) throws(ForeignObject) -> AnnualReport {
        guard case .object = object else { throw ForeignObject("JSON", "应为一个对象") }
        guard object["schema"] == .string("gongkai.report/1") else {
            throw ForeignObject("schema", "应为 gongkai.report/1")
        }
        var report = AnnualReport(source: source)
        report.organization = try text(object, "organization")
        report.year = try integer(object, "year")
        if let year = report.year, !Self.years.contains(year) { throw ForeignObject("year", "应在 2000 至 2099 之间") }
        if let name = try text(object, "template") {
            guard let form = ReportForm(rawValue: name) else { throw ForeignObject("template", "应为 2019、2021 或 null") }
            report.template = form
        }
        report.narrative = try narrative()
        let findings = try findings()
        let notes = ReadingNotes(findings)
        let form = report.expectedForm ?? .form2019
        report.proactive = try table("proactive").map { (value) throws(ForeignObject) in
            try ProactiveTable(blocks: blocks(value, form, notes))
        }
        report.requests = try table("requests").map { (value) throws(ForeignObject) in
            try requests(value, form, notes)
        }
        report.reviews = try table("reviews").map { (value) throws(ForeignObject) in
            try ReviewTable(
                rows: ReviewGroup.allCases.map { (group) throws(ForeignObject) in
                    try row(.reviews(group), ReviewTable.columns, value[group.rawValue], notes)
                })
        }
        report.inherited = findings.filter(Self.isInherited)
        return report
    }

    /// The years that a report can be on: what is reckoned with them never overflows.
    private static let years = 2000...2099
    /// The longest text and the most findings that a report of ours has, with room to spare.
    private static let longestText = 8_000
    private static let mostFindings = 5_000

    /// What the source's text and form gave rise to, and no cell can tell again.
    private static func isInherited(_ finding: Finding) -> Bool {
        !Check.all.contains { $0.rule == finding.rule && ($0.needsOnlyCells || $0.needsPrevious) }
    }

    private func narrative() throws(ForeignObject) -> Narrative {
        var narrative = Narrative()
        narrative.title = try text(object, "title")
        narrative.documentNumber = try text(object, "documentNumber")
        narrative.contact = try text(object, "contact")
        if let period = try value(object, "period") {
            let first = try day(period, "first")
            let last = try day(period, "last")
            let quote = [first, last].compactMap { $0?.chinese }.joined(separator: "至")
            narrative.periods = [.init(first: first, last: last, quote: quote, origin: .unknown)]
        }
        if let day = try day(object, "publishedOn") {
            narrative.publication = .init(day: day, basis: .stated, origin: .unknown)
        }
        return narrative
    }

    // MARK: Tables

    private func table(_ key: String) throws(ForeignObject) -> JSONValue? {
        guard let value = try value(object, key) else { return nil }
        guard case .object(let members) = value else { throw ForeignObject(key, "应为一张表或 null") }
        let table = TableName(rawValue: key)
        for member in members where RowName("\(key).\(member.key)")?.table != table {
            throw ForeignObject("\(key).\(member.key)", "不是表样的行")
        }
        return value
    }

    /// A block keeps the form that its columns tell; one without rows is of the report's form.
    private func blocks(
        _ table: JSONValue, _ form: ReportForm, _ notes: ReadingNotes
    ) throws(ForeignObject) -> [TableBlock] {
        var blocks: [TableBlock] = []
        for item in ProactiveBlock.allCases {
            let members = ProactiveRow.allCases.filter { $0.block == item }
            let form =
                ReportForm.allCases.first { candidate in
                    let columns = Set(item.columns(candidate).map(\.rawValue))
                    return members.contains { row in
                        guard case .object(let cells) = table[row.rawValue] else { return false }
                        return Set(cells.map(\.key)) == columns
                    }
                } ?? form
            let columns = item.columns(form).map { ColumnName.proactive($0) }
            var rows: [Row] = []
            for name in members where table[name.rawValue] != nil || item.rows(form).contains(name) {
                rows.append(try row(.proactive(name), columns, table[name.rawValue], notes))
            }
            guard !rows.isEmpty else { continue }
            let isPrinted = rows.contains { $0.state != .missing }
            blocks.append(TableBlock(item, form: form, isPrinted: isPrinted, rows: rows))
        }
        return blocks
    }

    private func requests(
        _ table: JSONValue, _ form: ReportForm, _ notes: ReadingNotes
    ) throws(ForeignObject) -> RequestTable {
        let items = RequestGroup.other.rows
        let form: ReportForm =
            items.contains { table[$0.key] != nil }
            ? .form2021 : table[RequestRow.other.key] != nil ? .form2019 : form
        var rows: [Row] = []
        for name in RequestRow.allCases
        where table[name.key] != nil || RequestRow.rows(form).contains(name) {
            rows.append(try row(.requests(name), RequestTable.columns, table[name.key], notes))
        }
        return RequestTable(form: form, rows: rows)
    }

    private func row(
        _ name: RowName, _ columns: [ColumnName], _ value: JSONValue?, _ notes: ReadingNotes
    ) throws(ForeignObject) -> Row {
        var row = Row(name, columns: columns)
        let cells: [JSONValue]
        switch value {
        case nil, .null: return row
        case .array(let values) where values.count == columns.count: cells = values
        case .object(let members):
            for member in members where !columns.contains(where: { $0.key == member.key }) {
                throw ForeignObject("\(name).\(member.key)", "不是本表样的列")
            }
            cells = columns.map { column in members.first { $0.key == column.key }?.value ?? .null }
        default: throw ForeignObject(name.description, "应有 \(columns.count) 个单元格")
        }
        for (index, value) in cells.enumerated() {
            let cell = try cell(value, CellName(name, columns[index]))
            row.entries[index].cell = cell == .absent && notes.isBlank(CellName(name, columns[index])) ? .blank : cell
        }
        row.state = notes.state(name)
        return row
    }

    private func cell(_ value: JSONValue, _ name: CellName) throws(ForeignObject) -> Cell {
        switch value {
        case .null: return .absent
        case .string("/"): return .notApplicable
        case .number(let digits):
            if let count = Int(digits) { return .count(count) }
        case .object(let members) where members.count == 2:
            guard case .string(let text) = value["value"], Self.isAmount(text) else { break }
            switch value["unit"] {
            case .null: return .amount(Amount(value: text, unit: nil))
            case .string(let word):
                if let unit = MoneyUnit(rawValue: word) { return .amount(Amount(value: text, unit: unit)) }
            default: break
            }
        default: break
        }
        throw ForeignObject(name.description, "应为整数、金额、\"/\" 或 null")
    }

    /// Digits with an optional sign and decimals.
    private static func isAmount(_ text: String) -> Bool {
        var digits = text[...]
        if let sign = digits.first, sign == "+" || sign == "-" { digits.removeFirst() }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && text.utf8.count <= 24
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0.isASCIIDigit } }
    }

    // MARK: Findings

    private func findings() throws(ForeignObject) -> [Finding] {
        guard case .array(let values) = object["findings"] else { throw ForeignObject("findings", "应为数组") }
        guard values.count <= Self.mostFindings else { throw ForeignObject("findings", "不应超过 \(Self.mostFindings) 条") }
        var findings: [Finding] = []
        for value in values {
            guard case .string(let name) = value["rule"], let rule = Rule(rawValue: name) else {
                throw ForeignObject("findings", "里有不认识的规则")
            }
            guard case .string(let message) = value["message"] else { throw ForeignObject("findings", "里缺少 message") }
            var cells: [String] = []
            if case .array(let names) = value["cells"] {
                for case .string(let name) in names { cells.append(name) }
            }
            var finding = Finding(
                rule, message, cells: cells, expected: Self.findingValue(value["expected"]),
                found: Self.findingValue(value["found"]), basis: try text(value, "basis"))
            finding.line = try integer(value, "line")
            findings.append(finding)
        }
        return findings
    }

    private static func findingValue(_ value: JSONValue?) -> FindingValue? {
        switch value {
        case .string(let text): .text(text)
        case .number(let digits): Int(digits).map { .number($0) } ?? .text(digits)
        case .array(let values): .list(values.map(findingValue))
        default: nil
        }
    }

    // MARK: Members

    /// The value of a member; nil where it is missing or null.
    private func value(_ object: JSONValue, _ key: String) throws(ForeignObject) -> JSONValue? {
        switch object[key] {
        case nil, .null: nil
        case let value?: value
        }
    }

    private func text(_ object: JSONValue, _ key: String) throws(ForeignObject) -> String? {
        guard let value = try value(object, key) else { return nil }
        guard case .string(let text) = value else { throw ForeignObject(key, "应为文字或 null") }
        guard text.utf8.count <= Self.longestText else { throw ForeignObject(key, "的文字太长") }
        return text
    }

    private func integer(_ object: JSONValue, _ key: String) throws(ForeignObject) -> Int? {
        guard let value = try value(object, key) else { return nil }
        guard case .number(let digits) = value, let number = Int(digits) else { throw ForeignObject(key, "应为整数或 null") }
        return number
    }

    private func day(_ object: JSONValue, _ key: String) throws(ForeignObject) -> Day? {
        guard let text = try text(object, key) else { return nil }
        guard let day = Day(iso: text) else { throw ForeignObject(key, "应为日期（如 2021-01-28）或 null") }
        return day
    }
}
