import AnnualReport
import Law
import Office

/// What a report says in words, as JSON keeps it. Days are days since 1970.
struct NarrativeSnapshot: Codable {
    struct Period: Codable {
        var first: Int?
        var last: Int?
        var quote: String
        var origin: String
    }
    struct Year: Codable {
        var year: Int
        var quote: String
        var origin: String
    }
    struct Publication: Codable {
        var day: Int
        var basis: String
        var origin: String
    }
    struct Section: Codable {
        var number: Int?
        var heading: String
        var topic: Int?
        var text: String
        var origin: String
    }
    struct Figure: Codable {
        var meaning: String
        var value: Int
        var quote: String
        var origin: String
    }
    struct Sum: Codable {
        var whole: Int
        var parts: [Int]
        var quote: String
        var origin: String
    }

    var title: String?
    var titleYear: Int?
    var titleLine: String
    var documentNumber: String?
    var contact: String?
    var periods: [Period]
    var namedYears: [Year]
    var publication: Publication?
    var sections: [Section]
    var figures: [Figure]
    var sums: [Sum]
    var topics: [String]

    init(_ n: Narrative) {
        title = n.title
        titleYear = n.titleYear
        titleLine = n.titleLine.snapshotText
        documentNumber = n.documentNumber
        contact = n.contact
        periods = n.periods.map {
            Period(first: $0.first?.ordinal, last: $0.last?.ordinal, quote: $0.quote, origin: $0.origin.snapshotText)
        }
        namedYears = n.namedYears.map { Year(year: $0.year, quote: $0.quote, origin: $0.origin.snapshotText) }
        publication = n.publication.map {
            Publication(day: $0.day.ordinal, basis: $0.basis.rawValue, origin: $0.origin.snapshotText)
        }
        sections = n.sections.map {
            Section(
                number: $0.number, heading: $0.heading, topic: $0.topic?.rawValue, text: $0.text,
                origin: $0.origin.snapshotText)
        }
        figures = n.figures.map {
            Figure(meaning: $0.meaning.rawValue, value: $0.value, quote: $0.quote, origin: $0.origin.snapshotText)
        }
        sums = n.sums.map { Sum(whole: $0.whole, parts: $0.parts, quote: $0.quote, origin: $0.origin.snapshotText) }
        topics = n.topics.map(\.rawValue).sorted()
    }

    func narrative() throws -> Narrative {
        var n = Narrative()
        n.title = title
        n.titleYear = titleYear
        n.titleLine = try Origin(snapshotText: titleLine)
        n.documentNumber = documentNumber
        n.contact = contact
        n.periods = try periods.map {
            .init(
                first: $0.first.map(Day.init(ordinal:)), last: $0.last.map(Day.init(ordinal:)), quote: $0.quote,
                origin: try Origin(snapshotText: $0.origin))
        }
        n.namedYears = try namedYears.map {
            .init(year: $0.year, quote: $0.quote, origin: try Origin(snapshotText: $0.origin))
        }
        n.publication = try publication.map {
            .init(
                day: Day(ordinal: $0.day), basis: try .init(snapshot: $0.basis),
                origin: try Origin(snapshotText: $0.origin))
        }
        n.sections = try sections.map {
            .init(
                number: $0.number, heading: $0.heading, topic: try $0.topic.map { try SectionTopic(snapshot: $0) },
                text: $0.text, origin: try Origin(snapshotText: $0.origin))
        }
        n.figures = try figures.map {
            .init(
                meaning: try .init(snapshot: $0.meaning), value: $0.value, quote: $0.quote,
                origin: try Origin(snapshotText: $0.origin))
        }
        n.sums = try sums.map {
            .init(whole: $0.whole, parts: $0.parts, quote: $0.quote, origin: try Origin(snapshotText: $0.origin))
        }
        n.topics = Set(try topics.map { try Narrative.Topic(snapshot: $0) })
        return n
    }
}
