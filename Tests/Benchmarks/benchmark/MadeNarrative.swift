import AnnualReport
import Law
import TestValues

/// The words of a made report: as long as published ones are, with figures that mostly agree with the tables.
struct MadeNarrative {
    private static let places = [
        "青溪", "云泽", "柳渡", "石桥", "松林", "白鹭", "荷塘", "望潮", "南坪", "北岭", "长汀", "梅港", "竹山", "沙洲", "龙泉", "新塘",
    ]
    private static let offices = ["镇", "乡", "县水利局", "县教育局", "县人民政府", "区民政局", "街道办事处", "市场监督管理局"]
    private static let subjects = [
        "农村危房改造", "义务教育招生", "征地补偿安置", "防汛抗旱", "医疗救助", "食品抽检", "道路建设", "优抚安置", "财政预决算", "项目招标投标", "环境整治",
        "就业创业补贴", "养老服务", "安全生产检查", "水价调整", "公共文化活动",
    ]
    private static let actions = [
        "先把事项逐条列入目录，再由承办科室核对内容，办公室审核后发布",
        "做到方案、进度、结果三个环节都有记录可查，群众可以按年份和村组查找",
        "同时在政务公开栏张贴纸质文本，并在便民服务中心设查阅点，方便不用手机的老年人",
        "由分管负责人每月听取一次情况，遗漏的当月补齐，过期的及时撤下并注明原因",
        "对群众关心的标准、条件和办理时限作了说明，附有联系电话和办理地点",
        "与上级部门的口径逐项核对，避免同一事项在不同栏目中出现不同的说法",
        "选取办理量大的事项制作图示和短片，配合文字一起发布，阅读的人数有所增加",
    ]
    private static let demands = [
        "根据《中华人民共和国政府信息公开条例》的要求", "按照上级关于政务公开工作要点的部署", "结合本单位职责和群众的实际需要", "针对上年检查中指出的问题",
    ]
    private static let problems = [
        "个别科室报送信息不够及时，有的内容只有标题没有正文", "专业用语较多，群众阅读起来有困难", "栏目设置不够清楚，查找一份文件要经过多层页面",
        "答复文书的格式还不统一，说明理由不够充分", "信息员一人多岗，业务培训的次数偏少",
    ]
    private static let remedies = [
        "明年将按月核对更新情况并通报", "拟编写常用词语说明，随文件一起发布", "准备按办事顺序重新整理栏目", "印发文书样本并由专人校核", "计划每季度组织一次培训，讲解实际案例",
    ]
    private static let parts = ["（一）主动公开", "（二）依申请公开", "（三）政府信息管理", "（四）平台建设", "（五）监督保障"]

    let organization: String
    let narrative: Narrative

    /// - Parameter sentences: how many stand in each of the five parts of section one.
    init(year: Int, received: Int, sentences: Int, _ numbers: inout SeededRandom) {
        organization = numbers.pick(Self.places) + numbers.pick(Self.places) + numbers.pick(Self.offices)
        var narrative = Narrative()
        narrative.contact = "\(organization)政务公开办公室（地址：\(organization)办公楼三楼，电话：0000-\(1_000_000 + numbers.below(9_000_000))）"
        if let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) {
            narrative.periods = [.init(first: first, last: last, quote: "", origin: .unknown)]
        }
        narrative.publication = Day(year: year + 1, month: 1, day: 5 + numbers.below(24)).map {
            .init(day: $0, basis: .metadata, origin: .unknown)
        }
        let general = Self.parts.map { part in
            var lines = [part]
            if part.hasSuffix("主动公开") { lines.append(Self.channels(year, &numbers)) }
            if part.hasSuffix("依申请公开") { lines.append("\(year)年，共收到政府信息公开申请\(received)件，均在法定期限内作出答复。") }
            if part.hasSuffix("监督保障") { lines.append("将公开工作纳入年度考核，开展社会评议一次，全年没有需要责任追究的情形。") }
            lines.append((0..<sentences).map { _ in Self.sentence(&numbers) }.joined())
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
        let problems =
            "存在的主要问题：" + (0..<3).map { _ in numbers.pick(Self.problems) + "。" }.joined()
            + "\n改进的措施：" + (0..<3).map { _ in numbers.pick(Self.remedies) + "。" }.joined()
        narrative.sections = SectionTopic.allCases.map { topic in
            let text =
                switch topic {
                case .general: general
                case .problems: problems
                case .other: "本年度没有收取信息处理费，没有其他需要报告的事项。"
                case .proactive, .requests, .reviews: ""
                }
            return .init(number: topic.rawValue, heading: topic.title, topic: topic, text: text, origin: .unknown)
        }
        self.narrative = narrative
    }

    private static func sentence(_ numbers: inout SeededRandom) -> String {
        "\(numbers.pick(demands))，围绕\(numbers.pick(subjects))和\(numbers.pick(subjects))发布信息\(1 + numbers.below(400))条，\(numbers.pick(actions))。"
    }

    private static func channels(_ year: Int, _ numbers: inout SeededRandom) -> String {
        let (site, account, board) = (numbers.below(5000), numbers.below(600), numbers.below(90))
        return "\(year)年，年度新增信息\(site + account + board)条。其中政府网站新增\(site)条、政务微信新增\(account)条、公开栏新增\(board)条。"
    }
}
