import Office
import Web

/// Events of organizations as a page says them.
enum OrganizationEventWords {
    static func text(_ event: RecordedEvent) -> String {
        func fact(_ key: String) -> String {
            switch event.facts[key] {
            case .string(let text)?: text
            case .number(let digits)?: "编号 \(digits) 的机构"
            default: ""
            }
        }
        let since = fact("since").isEmpty ? "" : "，自 \(fact("since")) 起"
        let basis = fact("basis").isEmpty ? "" : "，依据：\(fact("basis"))"
        switch event.action {
        case "organization.created": return "加入机构树：\(fact("name"))"
        case "organization.filed": return "由年度报告中的单位归入机构树：\(fact("name"))"
        case "organization.edited": return "修改：\(event.fields.map(field).joined(separator: "、"))"
        case "organization.leadersEdited": return "修改负责人和分工"
        case "organization.renamed": return "由「\(fact("from"))」更名为「\(fact("to"))」\(since)\(basis)"
        case "organization.moved":
            let place = fact("to").isEmpty ? "最上级" : "\(fact("to"))下面"
            return "移到\(place)"
        case "organization.regionChanged": return "随上级机构由\(fact("from"))改属\(fact("to"))\(since)"
        case "organization.merged": return "并入\(fact("into"))\(since)\(basis)"
        case "organization.tookOver": return "「\(fact("name"))」并入本机构\(since)"
        case "organization.dissolved": return "撤销\(since)\(basis)"
        case "organization.nameConfirmed": return "确认报告中写作「\(fact("name"))」的是本机构"
        case "organization.nameWithdrawn": return "收回：报告中写作「\(fact("name"))」的不再算本机构"
        default: return event.action
        }
    }

    private static func field(_ name: String) -> String {
        let titles = ["kind": "类别", "jurisdiction": "行政区划代码", "code": "机构代码", "leaders": "负责人"]
        return titles[name] ?? ContactField(rawValue: name)?.title ?? name
    }
}
