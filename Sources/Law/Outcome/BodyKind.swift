/// The kind of body that replied, which decides who reviews and which court hears.
public enum BodyKind: String, Sendable, CaseIterable {
    /// A department of a local government.
    case department
    /// A local people's government.
    case government
    /// Customs, finance, foreign exchange, state security: led from above.
    case vertical
    case tax
    /// A justice bureau.
    case justice
    /// A department of the State Council.
    case ministry

    public var title: String {
        switch self {
        case .department: "地方政府的工作部门"
        case .government: "地方人民政府"
        case .vertical: "海关、金融、外汇管理、国家安全等垂直领导的机关"
        case .tax: "税务机关"
        case .justice: "司法行政部门"
        case .ministry: "国务院部门"
        }
    }

    /// Who reviews what this body does (行政复议法 articles 24 to 28; before 2024, articles 12 to 14).
    public func reviewBody(on day: Day) -> (name: String, basis: Basis) {
        if let since = Statute.reviewLaw.since, day >= since {
            switch self {
            case .department: ("本级人民政府", Basis(.reviewLaw, Article(24)))
            case .government: ("上一级人民政府（省级人民政府为其自身）", Basis(.reviewLaw, Article(24)))
            case .vertical, .tax: ("上一级主管部门", Basis(.reviewLaw, Article(27)))
            case .justice: ("本级人民政府或者上一级司法行政部门", Basis(.reviewLaw, Article(28)))
            case .ministry: ("本部门", Basis(.reviewLaw, Article(25)))
            }
        } else {
            switch self {
            case .department, .justice: ("本级人民政府或者上一级主管部门", Basis(.reviewLaw2017, Article(12)))
            case .vertical, .tax: ("上一级主管部门", Basis(.reviewLaw2017, Article(12)))
            case .government: ("上一级人民政府（省级人民政府为其自身）", Basis(.reviewLaw2017, Article(13)))
            case .ministry: ("本部门", Basis(.reviewLaw2017, Article(14)))
            }
        }
    }

    /// The court of first instance (行政诉讼法 articles 14, 15 and 18).
    public var court: String {
        switch self {
        case .department, .tax, .justice: "本机关所在地基层人民法院"
        case .vertical: "本机关所在地基层人民法院（海关由中级人民法院管辖）"
        case .government: "本机关所在地中级人民法院（乡镇人民政府由基层人民法院管辖）"
        case .ministry: "本机关所在地中级人民法院"
        }
    }
}
