import AnnualReport
import Law

/// Writes a report as `gongkai.report/1`: one object on one line, as `read --json` and `check --json` print it. The
/// project's `docs/report.schema.json` describes it.
package enum ReportJSON {
    /// The object with a line end. Chinese stands as it is, in UTF-8.
    package static func line(_ report: AnnualReport, findings: [Finding]) -> [UInt8] {
        var json = JSONBytes()
        json.object { json in
            json.key("schema")
            json.string("gongkai.report/1" as StaticString)
            json.source(report.source)
            json.key("organization")
            json.string(report.organization)
            json.key("year")
            json.integer(report.year)
            json.template(report.template)
            json.narrative(report.narrative)
            json.tables(proactive: report.proactive, requests: report.requests, reviews: report.reviews)
            json.findings(findings, hasLines: report.source.hasLines)
        }
        json.newline()
        return json.bytes
    }
}

extension JSONBytes {
    fileprivate mutating func source(_ source: AnnualReport.Source) {
        key("source")
        object { json in
            json.key("name")
            json.string(source.name)
            json.key("format")
            json.string(source.format)
            json.key("bytes")
            json.integer(source.bytes)
            json.key("sha256")
            json.string(source.sha256)
        }
    }

    /// What the tables do not say and a list of reports wants to show.
    fileprivate mutating func narrative(_ narrative: Narrative) {
        key("title")
        string(narrative.title)
        key("documentNumber")
        string(narrative.documentNumber)
        key("period")
        if let period = narrative.periods.first {
            object { json in
                json.key("first")
                json.string(period.first?.description)
                json.key("last")
                json.string(period.last?.description)
            }
        } else {
            null()
        }
        key("publishedOn")
        string(narrative.publication?.day.description)
        key("contact")
        string(narrative.contact)
    }
}
