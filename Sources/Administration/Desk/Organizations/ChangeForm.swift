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

    var since: Day? { TypedDay.read(typedDay) }
    var isMerging: Bool { way == Self.merging }

    /// What is missing or cannot be read.
    func problems(_ kind: ChangePage.Kind) -> [ErrorSummary.Problem] {
        var problems: [ErrorSummary.Problem] = []
        func note(_ field: String, _ message: String) { problems.append(.init(message: message, field: field)) }
        if kind == .rename, name.isEmpty { note("name", "请填写新名称。") }
        if kind == .end, way != Self.merging, way != Self.dissolving { note("way", "请选择合并还是撤销。") }
        if kind == .end, isMerging, other.isEmpty { note("other", "请写明并入哪个机构。") }
        if kind != .move {
            if typedDay.isEmpty {
                note("since", "请填写自哪一天起。")
            } else if since == nil {
                note("since", "「\(typedDay)」不是能辨认的日期。请写成 2026-11-21 或 2026年11月21日。")
            }
        }
        return problems
    }

    /// The field to mend.
    func problem(_ error: OrganizationError) -> ErrorSummary.Problem {
        let field =
            switch error {
            case .dayAhead, .dayTooEarly: "since"
            case .nameMissing, .nameUnfit, .nameTaken, .nameSame: "name"
            case .notEmpty: "way"
            default: "other"
            }
        return .init(message: error.description, field: field)
    }
}
