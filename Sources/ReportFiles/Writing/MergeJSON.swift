import AnnualReport

/// Writes a merged report as `gongkai.merge/1`: one object on one line, as `merge --json` prints it. The project's
/// `docs/merge.schema.json` describes it.
package enum MergeJSON {
    /// The object with a line end. Chinese stands as it is, in UTF-8.
    package static func line(_ merged: MergedReport) -> [UInt8] {
        var json = JSONBytes(capacity: 1 << 16)
        json.object { json in
            json.key("schema")
            json.string("gongkai.merge/1" as StaticString)
            json.key("organization")
            json.string(merged.organization)
            json.key("year")
            json.integer(merged.year)
            json.template(merged.template)
            json.tables(proactive: merged.proactive, requests: merged.requests, reviews: merged.reviews)
            json.key("counted")
            json.integer(merged.counted)
            json.contributions(merged)
            json.strings("missing", merged.missing)
            json.strings("doubled", merged.doubled)
            json.strings("wrongYear", merged.wrongYear)
            json.leftOut(merged.leftOut)
            json.own(merged)
            json.findings(merged.findings, hasLines: false)
        }
        json.newline()
        return json.bytes
    }
}

extension MergedReport {
    /// The cells that have contributions, in the order of the tables; those outside of the tables after them.
    var contributedCells: [CellName] {
        let inTables = rows.flatMap { $0.cells.map(\.name) }.filter { contributions[$0] != nil }
        let known = Set(inTables)
        let others = contributions.keys.filter { !known.contains($0) }
        return inTables + others.sorted { $0.description < $1.description }
    }
}

extension JSONBytes {
    fileprivate mutating func leftOut(_ reports: [LeftOutReport]) {
        key("leftOut")
        array { json in
            for report in reports {
                json.object { json in
                    json.key("source")
                    json.string(report.source)
                    json.key("organization")
                    json.string(report.organization)
                    json.key("reason")
                    json.string(report.reason.key)
                    json.key("message")
                    json.string(report.reason.words)
                }
            }
        }
    }

    /// The government's own report: what it says where that is not the sum.
    fileprivate mutating func own(_ merged: MergedReport) {
        key("own")
        guard let own = merged.own else {
            null()
            return
        }
        object { json in
            json.key("source")
            json.string(own.source.name)
            json.key("organization")
            json.string(own.organization)
            json.key("differing")
            json.object { json in
                for (name, _) in merged.rows.flatMap(\.cells) {
                    guard let cell = merged.differing[name] else { continue }
                    json.key(name.description)
                    json.cell(cell)
                }
            }
        }
    }

    fileprivate mutating func contributions(_ merged: MergedReport) {
        key("contributions")
        object { json in
            for name in merged.contributedCells {
                json.key(name.description)
                json.array { json in
                    for contribution in merged.contributions[name] ?? [] {
                        json.object { json in
                            json.key("source")
                            json.string(contribution.source)
                            json.key("organization")
                            json.string(contribution.organization)
                            json.key("value")
                            json.cell(contribution.value)
                        }
                    }
                }
            }
        }
    }
}
