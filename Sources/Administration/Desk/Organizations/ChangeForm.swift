import Law
import Office
import Web

/// What somebody typed to rename, move, merge or dissolve an organization.
struct ChangeForm: Sendable {
    static let merging = "merge"
    static let dissolving = "dissolve"

    var name = ""
    /// The other organization: the new parent, or into which it goes.
    var other = ""
    var way = ""
    var typedDay = ""
    var basis: String?
    /// True once what will happen was read and agreed to.
    var isConfirmed = false

    init() {}

    init(_ posted: PostedForm) {
        name = posted.text("name") ?? ""
        other = posted.text("other") ?? ""
        way = posted.text("way") ?? ""
        typedDay = posted.text("since") ?? ""
        basis = posted.text("basis")
        isConfirmed = posted.text("confirmed") == "yes"
    }

    private var since: Day? { TypedDay.read(typedDay) }
    /// As a date field takes it; nil for what is no day.
    var isoDay: String? { since?.description }
    var isMerging: Bool { way == Self.merging }

    /// The day, once all that the change needs is there.
    ///
    /// - Throws: `Problems`: what is missing or cannot be read.
    func checkedDay(_ kind: ChangePage.Kind) throws(Problems) -> Day {
        var problems = Problems()
        if kind == .rename, name.isEmpty { problems.add("请填写新名称。", at: "name") }
        if kind == .end, way != Self.merging, way != Self.dissolving { problems.add("请选择合并还是撤销。", at: "way") }
        if kind == .end, isMerging, other.isEmpty { problems.add("请写明并入哪个机构。", at: "other") }
        if let since, problems.isEmpty { return since }
        if typedDay.isEmpty {
            problems.add("请填写自哪一天起。", at: "since")
        } else if since == nil {
            problems.add("「\(typedDay)」不是能辨认的日期。请写成 2026-11-21 或 2026年11月21日。", at: "since")
        }
        throw problems
    }
}
