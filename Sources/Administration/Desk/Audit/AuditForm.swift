import Foundation
import Law
import Office
import Web

/// What was typed to find events.
struct AuditForm: Sendable {
    var values: [String: String] = [:]
    var problems: [ErrorSummary.Problem] = []
    private(set) var filter = AuditFilter()
    /// Only events with a smaller number: the next page.
    private(set) var before: Int?

    static let fields = ["from", "until", "actor", "capability", "action", "subject"]

    init(_ query: QueryString, areas: [AuditArea]) {
        for field in Self.fields { values[field] = query.text(field) }
        before = query.text("before").flatMap(Int.init)
        filter.from = day("from", "从哪一天起").map(Moment.start)
        filter.until = day("until", "到哪一天止").map { Moment.start(of: $0.adding(1)) }
        if let from = filter.from, let until = filter.until, from >= until {
            problems.append(.init(message: "“到哪一天止”早于“从哪一天起”，请核对。", field: "until"))
        }
        filter.area = values["capability"].flatMap { name in areas.first { $0.name == name } }
        filter.action = values["action"]
        filter.subject = values["subject"]
        if let actor = values["actor"] {
            filter.actor = Actor(actor)
            if filter.actor == nil { problems.append(.init(message: "请从列表中选择由谁做的。", field: "actor")) }
        }
    }

    private mutating func day(_ field: String, _ title: String) -> Day? {
        guard let text = values[field] else { return nil }
        guard let day = TypedDay.read(text) else {
            problems.append(.init(message: "\(title)：「\(text)」不是能辨认的日期。请写成 2026-11-21。", field: field))
            return nil
        }
        return day
    }

    func problem(_ field: String) -> String? { problems.first { $0.field == field }?.message }

    /// The same question at another place of the list.
    func link(_ path: String = "/desk/audit", before: Int? = nil) -> String {
        var pairs = Self.fields.compactMap { field in values[field].map { (field, $0) } }
        if let before { pairs.append(("before", "\(before)")) }
        return Link.to(path, pairs)
    }
}
