/// The kind of body that replied, which decides who reviews and which court hears.
package enum BodyKind: String, Sendable, CaseIterable {
    /// A department of a local government.
    case department
    /// A local people's government.
    case government
    /// 街道办事处 and other 派出机关, which a government set up.
    case subdistrictOffice
    /// 派出机构 of a department that act in their own name by law: police stations, tax and market offices.
    case outpost
    /// An organization that laws, regulations or rules authorise; the committee of a development zone.
    case authorizedOrganization
    /// Customs, finance, foreign exchange, state security: led from above.
    case vertical
    case tax
    /// A justice bureau.
    case justice
    /// A department of the State Council.
    case ministry

    package var title: String {
        switch self {
        case .department: "地方政府的工作部门"
        case .government: "地方人民政府"
        case .subdistrictOffice: "街道办事处等派出机关"
        case .outpost: "以自己名义办理的派出机构（派出所、市场监管所等）"
        case .authorizedOrganization: "法律、法规、规章授权的组织（含开发区管理机构）"
        case .vertical: "海关、金融、外汇管理、国家安全等垂直领导的机关"
        case .tax: "税务机关"
        case .justice: "司法行政部门"
        case .ministry: "国务院部门"
        }
    }

    /// Who reviews what this body does (行政复议法 articles 24 to 28; before 2024, articles 12 to 15).
    package func reviewBody(on day: Day) -> (name: String, basis: Basis) {
        if let since = Statute.reviewLaw.since, day >= since {
            switch self {
            case .department: ("本级人民政府", Basis(.reviewLaw, Article(24, item: 1)))
            case .government: ("上一级人民政府（省级人民政府为其自身）", Basis(.reviewLaw, Article(24)))
            case .subdistrictOffice: ("设立该派出机关的人民政府", Basis(.reviewLaw, Article(24, item: 3)))
            case .outpost: ("设立该派出机构的部门的本级人民政府", Basis(.reviewLaw, Article(24, paragraph: 4)))
            case .authorizedOrganization: ("管理该组织的人民政府，由部门管理的为该部门的本级人民政府", Basis(.reviewLaw, Article(24, item: 4)))
            case .vertical, .tax: ("上一级主管部门", Basis(.reviewLaw, Article(27)))
            case .justice: ("本级人民政府或者上一级司法行政部门", Basis(.reviewLaw, Article(28)))
            case .ministry: ("本部门", Basis(.reviewLaw, Article(25)))
            }
        } else {
            switch self {
            case .department, .justice: ("本级人民政府或者上一级主管部门", Basis(.reviewLaw2017, Article(12)))
            case .vertical, .tax: ("上一级主管部门", Basis(.reviewLaw2017, Article(12)))
            case .government: ("上一级人民政府（省级人民政府为其自身）", Basis(.reviewLaw2017, Article(13)))
            case .subdistrictOffice: ("设立该派出机关的人民政府", Basis(.reviewLaw2017, Article(15, item: 1)))
            case .outpost: ("设立该派出机构的部门，或者该部门的本级人民政府", Basis(.reviewLaw2017, Article(15, item: 2)))
            case .authorizedOrganization: ("直接管理该组织的人民政府或者部门", Basis(.reviewLaw2017, Article(15, item: 3)))
            case .ministry: ("本部门", Basis(.reviewLaw2017, Article(14)))
            }
        }
    }

    /// The court of first instance (行政诉讼法 articles 14, 15 and 18).
    package var court: String {
        switch self {
        case .department, .subdistrictOffice, .outpost, .authorizedOrganization, .tax, .justice: "本机关所在地基层人民法院"
        case .vertical: "本机关所在地基层人民法院（海关由中级人民法院管辖）"
        case .government: "本机关所在地中级人民法院（乡镇人民政府由基层人民法院管辖）"
        case .ministry: "本机关所在地中级人民法院"
        }
    }

    /// What besides holds for reviewer and court of this body on a day.
    func notes(on day: Day, hasLawsuit: Bool) -> [String] {
        var notes: [String] = []
        let isRevised = Statute.reviewLaw.since.map { day >= $0 } ?? false
        let basis = isRevised ? Basis(.reviewLaw, Article(26)) : Basis(.reviewLaw2017, Article(14))
        switch self {
        case .ministry: notes.append("对本部门作出的行政复议决定不服的，可以起诉，也可以申请国务院裁决；国务院的裁决是最终裁决（\(basis)）。")
        case .government: notes.append("省级人民政府复议自己的答复；对这一复议决定不服的，可以起诉，也可以申请国务院裁决（\(basis)）。")
        default: break
        }
        // 法〔2021〕242号, ended by 法〔2023〕154号.
        if self == .government, hasLawsuit, (Day(2021, 10, 1)...Day(2023, 9, 27)).contains(day) {
            notes.append("2021年10月1日至2023年9月27日，十二个试点省份起诉市、县政府的政府信息公开案件由基层人民法院管辖（法〔2021〕242号）。")
        }
        return notes
    }
}
