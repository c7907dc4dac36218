import AnnualReport
import Foundation

/// Checks an object against `gongkai.report/1` by hand, since no validator of JSON Schema is at hand here.
struct ReportSchema {
    private(set) var problems: [String] = []

    init(_ object: [String: Any]) {
        let required = ["schema", "source", "organization", "year", "template", "proactive", "requests", "reviews", "findings"]
        for key in required where object[key] == nil { problems.append("缺 \(key)") }
        expect(object["schema"] as? String == "gongkai.report/1", "schema")
        let source = object["source"] as? [String: Any] ?? [:]
        expect(source["name"] is String && source["sha256"] is String && isInteger(source["bytes"]), "source")
        expect(["text", "html", "docx", "pdf", "xlsx", "csv", "json"].contains(source["format"] as? String), "format")
        expect(object["organization"] is String || object["organization"] is NSNull, "organization")
        expect(isInteger(object["year"]) || object["year"] is NSNull, "year")
        expect(object["template"] is NSNull || ["2019", "2021"].contains(object["template"] as? String), "template")
        tables(object)
        for finding in object["findings"] as? [[String: Any]] ?? [] { self.finding(finding) }
    }

    private mutating func expect(_ holds: Bool, _ what: String) {
        if !holds { problems.append(what) }
    }

    private mutating func tables(_ object: [String: Any]) {
        for (key, row) in object["proactive"] as? [String: Any] ?? [:] {
            expect(ProactiveRow(rawValue: key) != nil, "proactive.\(key)")
            for (column, cell) in row as? [String: Any] ?? [:] {
                expect(ProactiveColumn(rawValue: column) != nil && isQuantity(cell), "proactive.\(key).\(column)")
            }
        }
        for (key, row) in object["requests"] as? [String: Any] ?? [:] {
            let cells = row as? [Any] ?? []
            expect(RequestRow(key: key) != nil && cells.count == 7 && cells.allSatisfy(isCell), "requests.\(key)")
        }
        guard let reviews = object["reviews"] as? [String: Any] else { return }
        expect(Set(reviews.keys) == Set(ReviewGroup.allCases.map(\.rawValue)), "reviews")
        for (key, row) in reviews {
            let cells = row as? [Any] ?? []
            expect(cells.count == 5 && cells.allSatisfy(isCell), "reviews.\(key)")
        }
    }

    private mutating func finding(_ finding: [String: Any]) {
        let rule = (finding["rule"] as? String).flatMap(Rule.init(rawValue:))
        expect(rule != nil, "rule")
        expect(finding["severity"] as? String == rule?.severity.rawValue, "severity")
        expect(finding["message"] is String && finding["cells"] is [String], "message, cells")
        expect(isInteger(finding["line"]) || finding["line"] is NSNull, "line")
        expect(finding["basis"] is String || finding["basis"] is NSNull, "basis")
    }

    private func isInteger(_ value: Any?) -> Bool { value is Int }

    private func isCell(_ value: Any) -> Bool { value is NSNull || value is Int || value as? String == "/" }

    private func isQuantity(_ value: Any) -> Bool {
        guard let amount = value as? [String: Any] else { return isCell(value) }
        let units = MoneyUnit.allCases.map(\.rawValue)
        return amount.count == 2
            && (amount["value"] as? String)?.wholeMatch(of: #/[+-]?[0-9]+(\.[0-9]+)?/#) != nil
            && (amount["unit"] is NSNull || units.contains(amount["unit"] as? String ?? ""))
    }
}
