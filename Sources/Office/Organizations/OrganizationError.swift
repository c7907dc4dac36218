import Law

/// Why the tree of organizations could not be changed as asked.
package enum OrganizationError: Error, Hashable, Sendable {
    case unknown(id: Int)
    case notFound(String)
    /// Several go by that name.
    case ambiguous(String, choices: [String])
    case nameMissing
    case nameUnfit(String)
    /// Another one in the region bears the name.
    case nameTaken(name: String, region: String, holder: Int, isUnfiled: Bool)
    case nameSame(String)
    case codeUnfit(String)
    case codeTaken(code: String, holder: String)
    case jurisdictionUnfit(Jurisdiction, OrganizationKind)
    /// Such a body does not stand there.
    case placeUnfit(name: String, kind: OrganizationKind, parent: String?)
    /// A body of that kind cannot stay above what is below it.
    case childUnfit(name: String, child: String)
    case contact(ContactField, message: String)
    case leader(String)
    /// It would stand below itself.
    case cycle(name: String, under: String)
    case tooDeep(name: String)
    case notActive(name: String, OrganizationState)
    case alreadyFiled(name: String)
    case intoItself(name: String)
    /// Active ones lie below it.
    case notEmpty(name: String, below: [String])
    /// The day is yet to come.
    case dayAhead(Day)
    /// The day lies before that of the change that it follows.
    case dayTooEarly(Day, before: Day)
}

extension OrganizationError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknown(let id): "没有编号为 \(id) 的机构。请从机构列表中重新选择。"
        case .notFound(let name): "没有叫「\(name)」的机构。请检查名称，或先把它加入机构树。"
        case .ambiguous(let name, let choices):
            "叫「\(name)」的机构有 \(choices.count) 个：\(choices.prefix(5).joined(separator: "、"))。请写成“上级/名称”，或者写编号。"
        case .nameMissing: "没有写机构名称。"
        case .nameUnfit(let name):
            "机构名称「\(name.prefix(30))」不合规：应为一行，不超过 \(OrganizationRule.longestName) 字，不含“/”和“#”。"
        case .nameTaken(let name, let region, let holder, false): "\(region)已有叫「\(name)」的机构（编号 \(holder)）。请核对是否重复。"
        case .nameTaken(let name, let region, let holder, true):
            "\(region)有一个还没有归入机构树的「\(name)」（编号 \(holder)），由导入的文件得知。如果就是本机构，请先把它并入本机构，再办理更名。"
        case .nameSame(let name): "现在的名称已经是「\(name)」。"
        case .codeUnfit(let code): "机构代码「\(code.prefix(30))」不合规：应为 1 至 20 位数字或大写字母。"
        case .codeTaken(let code, let holder): "机构代码 \(code) 已由「\(holder)」使用，不能再给别的机构。"
        case .jurisdictionUnfit(let jurisdiction, let kind):
            "行政区划代码 \(jurisdiction) 是\(jurisdiction.level.title)的，与类别“\(kind.title)”不符。"
        case .placeUnfit(let name, let kind, let parent?): "「\(name)」的类别是“\(kind.title)”，不能放在「\(parent)」下面。"
        case .placeUnfit(let name, let kind, nil): "「\(name)」的类别是“\(kind.title)”，必须有上级机构。"
        case .childUnfit(let name, let child): "「\(name)」下面有「\(child)」，改成这个类别后它就不能再放在下面。请先移走它。"
        case .contact(_, let message): message
        case .leader(let message): message
        case .cycle(let name, let under): "「\(name)」不能放在「\(under)」下面：后者就是它自己，或者在它的下面。"
        case .tooDeep(let name): "「\(name)」放在那里会超过 \(OrganizationRule.deepest) 级。请放在较高的机构下面。"
        case .notActive(let name, .unfiled): "「\(name)」还没有归入机构树。请先把它归入机构树。"
        case .notActive(let name, let state): "「\(name)」\(state.title)，不能再改。"
        case .alreadyFiled(let name): "「\(name)」已经在机构树里。"
        case .intoItself(let name): "「\(name)」不能并入它自己。"
        case .notEmpty(let name, let below):
            "「\(name)」下面还有 \(below.count) 个机构（\(below.prefix(3).joined(separator: "、"))\(below.count > 3 ? "等" : "")）。请先把它们移到别处、合并或者撤销。"
        case .dayAhead(let day): "\(day.chinese)还没有到。请在当天或者以后办理。"
        case .dayTooEarly(let day, let before): "\(day.chinese)早于现有名称启用之日（\(before.chinese)）。请核对日期。"
        }
    }
}
