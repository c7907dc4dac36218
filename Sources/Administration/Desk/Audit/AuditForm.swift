import Foundation
import Law
import Office
import Web

/// What was typed to find events.
struct AuditForm: Sendable {
    var values: [String: String] = [:]
    private(set) var problems = Problems()
    private(set) var filter = AuditFilter()
    /// Only events with a smaller number: the next page.
    private(set) var before: Int?

    static let fields = ["from", "until", "actor", "capability", "action", "subject"]

    init(_ query: QueryString, areas: [AuditArea]) {
        for field in Self.fields { values[field] = query.text(field) }
        before = query.text("before").flatMap(Int.init)
        filter.from = day("from", "从哪一天起").map(BeijingTime.start)
        filter.until = day("until", "到哪一天止").map { BeijingTime.start(of: $0.adding(1)) }
        if let from = filter.from, let until = filter.until, from >= until {
            problems.add("“到哪一天止”早于“从哪一天起”，请核对。", at: "until")
        }
        filter.area = values["capability"].flatMap { name in areas.first { $0.name == name } }
        filter.action = values["action"]
        filter.subject = values["subject"]
        if let actor = values["actor"] {
            filter.actor = Actor(actor)
            if filter.actor == nil { problems.add("请从列表中选择由谁做的。", at: "actor") }
        }
    }

    private mutating func day(_ field: String, _ title: String) -> Day? {
        guard let text = values[field] else { return nil }
        guard let day = TypedDay.read(text) else {
            problems.add("\(title)：「\(text)」不是能辨认的日期。请写成 2026-11-21。", at: field)
            return nil
        }
        return day
    }

    /// The same question at another place of the list, or to another route.
    func link(_ path: Path<Never> = AuditPath.list, before: Int? = nil) -> Address {
        var pairs = Self.fields.compactMap { field in values[field].map { (field, $0) } }
        if let before { pairs.append(("before", "\(before)")) }
        return path().with(pairs)
    }
}
