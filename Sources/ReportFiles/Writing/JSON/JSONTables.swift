import AnnualReport

/// The three tables as `gongkai.report/1` and `gongkai.merge/1` print them.
extension JSONBytes {
    mutating func template(_ form: ReportForm?) {
        key("template")
        string(form?.rawValue)
    }

    mutating func tables(proactive: ProactiveTable?, requests: RequestTable?, reviews: ReviewTable?) {
        key("proactive")
        if let proactive { table(proactive) } else { null() }
        key("requests")
        if let requests { table(requests) } else { null() }
        key("reviews")
        if let reviews { table(reviews) } else { null() }
    }

    private mutating func table(_ table: ProactiveTable) {
        object { json in
            for block in table.blocks {
                for row in block.rows {
                    guard case .proactive(let name) = row.name else { continue }
                    json.key(name.rawValue)
                    json.object { json in
                        for (column, entry) in zip(row.columns, row.entries) {
                            json.key(column.key)
                            json.cell(entry.cell)
                        }
                    }
                }
            }
        }
    }

    private mutating func table(_ table: RequestTable) {
        object { json in
            for row in table.rows {
                guard case .requests(let name) = row.name else { continue }
                json.key(name.key)
                json.row(row, RequestTable.columns)
            }
        }
    }

    private mutating func table(_ table: ReviewTable) {
        object { json in
            for group in ReviewGroup.allCases {
                json.key(group.rawValue)
                if let row = table[group] {
                    json.row(row, ReviewTable.columns)
                } else {
                    json.row(Row(.reviews(group), columns: ReviewTable.columns), ReviewTable.columns)
                }
            }
        }
    }

    /// The cells of a row in the order of `columns`.
    private mutating func row(_ row: Row, _ columns: [ColumnName]) {
        array { json in
            if row.columns == columns {
                for entry in row.entries { json.cell(entry.cell) }
            } else {
                for column in columns { json.cell(row[column]?.cell ?? .absent) }
            }
        }
    }

    mutating func cell(_ cell: Cell) {
        switch cell {
        case .count(let count): integer(count)
        case .notApplicable: string("/" as StaticString)
        case .blank, .absent: null()
        case .amount(let amount):
            object { json in
                json.key("value")
                json.string(amount.value)
                json.key("unit")
                json.string(amount.unit?.rawValue)
            }
        }
    }

    /// - Parameter hasLines: false where the source has no lines that a finding could name.
    mutating func findings(_ findings: [Finding], hasLines: Bool) {
        key("findings")
        array { json in
            for finding in findings { json.finding(finding, hasLines: hasLines) }
        }
    }

    private mutating func finding(_ finding: Finding, hasLines: Bool) {
        object { json in
            json.key("rule")
            json.string(finding.rule.rawValue)
            json.key("severity")
            json.string(finding.severity.rawValue)
            json.key("message")
            json.string(finding.message)
            json.strings("cells", finding.cells)
            if !finding.organizations.isEmpty { json.strings("organizations", finding.organizations) }
            json.key("expected")
            json.value(finding.expected)
            json.key("found")
            json.value(finding.found)
            json.key("line")
            json.integer(hasLines ? finding.line : nil)
            json.key("basis")
            json.string(finding.basis)
        }
    }

    mutating func strings(_ name: StaticString, _ values: [String]) {
        key(name)
        array { json in
            for value in values { json.string(value) }
        }
    }

    private mutating func value(_ value: FindingValue?) {
        switch value {
        case nil: null()
        case .number(let number): integer(number)
        case .text(let text): string(text)
        case .list(let values):
            array { json in
                for value in values { json.value(value) }
            }
        }
    }
}
