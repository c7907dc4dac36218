import Formats
import Foundation
import TestSupport
import Testing

@testable import Office
@testable import Reports

@Suite("Lists of organizations", .opensDatabases)
struct OrganizationSheetTests {
    private let office: TemporaryOffice
    private var store: OrganizationStore { office.organizations }

    init() async throws {
        office = try await TemporaryOffice()
    }

    private func sheet(_ text: String) throws -> OrganizationSheet {
        try OrganizationSheet(Array(text.utf8), name: "机构.csv")
    }

    @discardableResult
    private func load(_ text: String, isDryRun: Bool = false) async throws -> OrganizationPlan {
        try await store.importSheet(try sheet(text), by: .program, at: .sample, isDryRun: isDryRun)
    }

    /// What is told of a list, one line a problem.
    private func problems(_ text: String) async throws -> [String] {
        do {
            _ = try await load(text)
            return []
        } catch OrganizationSheetError.problems(let problems) {
            return problems.map(\.description)
        }
    }

    private let county = """
        上级机构,名称,类别,行政区划代码,机构代码,电话,负责人
        水利局,河道站,内设机构,,,,
        青溪县,水利局,工作部门,360121,qx01,0790-1,局长//主持全面工作
        青溪县,石桥镇,镇,360121101,,,
        ,青溪县,县,360121,QX00,,
        """

    // MARK: Reading

    @Test("headings are known in any order, by other words, under a title, with explanations in brackets")
    func headings() throws {
        let list = try sheet("青溪县机构名单,,,\n类型*,单位名称（全称）,联系电话:,备注\n局,水利局,1,甲\n,,,\n县, 青溪县 ,,\n")
        #expect(list.columns == [.kind, .name, .contact(.phone)])
        #expect(list.ignored == ["备注"])
        #expect(list.rows.map(\.number) == [3, 5])
        #expect(list.rows.map { $0[.name] } == ["水利局", "青溪县"])
        #expect(list.rows[1][.contact(.phone)] == nil)
    }

    @Test(
        "what is no list is refused with what to do",
        arguments: ["", "名称\n水利局\n", "甲,乙\n1,2\n", "名称,单位,类别\n甲,甲,局\n", "<html><table><tr><td>名称"])
    func noList(_ text: String) {
        #expect(throws: OrganizationSheetError.self) { try sheet(text) }
    }

    @Test("a cell merged over several rows holds for each")
    func mergedCells() throws {
        let book = Workbook(sheets: [
            .init(
                name: "a",
                cells: [
                    .init(row: 0, column: 0, value: .text("上级机构")), .init(row: 0, column: 1, value: .text("名称")),
                    .init(row: 1, column: 0, rowSpan: 2, value: .text("青溪县")), .init(row: 1, column: 1, value: .text("甲局")),
                    .init(row: 2, column: 1, value: .text("乙局")),
                ])
        ])
        let list = try OrganizationSheet(try WorkbookWriter.write(book), name: "a.xlsx")
        #expect(list.rows.map { $0[.parent] } == ["青溪县", "青溪县"])
    }

    @Test("text that a spreadsheet would run is guarded and comes back", arguments: ["=1+1", "+86 790", "-5", "@a", "'=1", "''", "a"])
    func formulas(_ text: String) throws {
        #expect(FormulaGuard.removed(FormulaGuard.added(text)) == text)
        let list = OrganizationSheet(columns: [.name, .contact(.phone)], rows: [[.name: "甲", .contact(.phone): text]])
        let csv = String(decoding: list.csv(), as: UTF8.self)
        #expect(csv.contains(",'" + text + "\r\n") != (text == "a"))
        #expect(try OrganizationSheet(list.csv(), name: "a.csv") == list)
    }

    // MARK: Importing

    @Test("parents may come after what is below them; the same list again changes nothing and says so")
    func importing() async throws {
        let dry = try await load(county, isDryRun: true)
        #expect(try await store.tree().nodes.isEmpty)
        let plan = try await load(county)
        #expect(plan == dry && plan.count("新增") == 4)
        let tree = try await store.tree()
        #expect(tree.nodes.map(\.organization.displayName) == ["青溪县", "水利局", "河道站", "石桥镇"])
        #expect(tree.nodes.map(\.level) == [0, 1, 2, 1])
        let water = try #require(try await store.organization(code: "QX01"))
        #expect(try await store.details(water.id)?.leaders == [Leader(title: "局长", duties: "主持全面工作")])
        let events = try await office.actions()
        #expect(events.count == 4)
        #expect(try await load(county).isEmpty)
        #expect(try await office.actions() == events)
    }

    @Test("a changed list tells which columns differ; columns that it does not have stay")
    func changing() async throws {
        try await load(county)
        let plan = try await load("名称,上级机构,类别,电话\n河道站,青溪县,工作部门,5\n水利局,青溪县,局,\n新局,石桥镇,内设机构,\n")
        #expect(plan.lines.map(\.action) == [.change(["上级机构", "类别", "电话"]), .change(["电话"]), .add])
        let water = try #require(try await store.organization(code: "QX01"))
        let details = try #require(try await store.details(water.id))
        #expect(details.contact[.phone] == nil && details.leaders.count == 1 && details.organization.jurisdiction?.code == "360121")
        #expect(details.children.isEmpty)
        #expect(
            try await office.actions().suffix(4) == [
                "organization.edited", "organization.moved", "organization.edited", "organization.created",
            ])
    }

    @Test("codes may change hands within a list")
    func codesChangeHands() async throws {
        try await load("名称,类别,机构代码\n甲局,局,A1\n乙局,局,B1\n")
        let plan = try await load("名称,类别,机构代码\n甲局,局,B1\n乙局,局,A1\n")
        #expect(plan.count("修改") == 2)
        #expect(try await store.organization(code: "A1")?.name == "乙局")
        #expect(try await problems("名称,类别,机构代码\n丙局,局,A1\n") == ["第 2 行：机构代码 A1 已由「乙局」使用，不能再给别的机构。"])
    }

    @Test("one that is known from its reports is filed by a list")
    func filing() async throws {
        try await office.records.reports.add(SampleReport("石桥镇", 2021), region: "青溪县")
        let plan = try await load(county)
        #expect(plan.count("归入") == 1 && plan.count("新增") == 3)
        #expect(try await store.unfiled().isEmpty)
    }

    @Test("every problem is told with its row, and nothing is imported")
    func problems() async throws {
        let list = """
            上级机构,名称,类别,行政区划代码,机构代码,邮编
            ,青溪县,县,360100,QX00,
            青溪县,水利局,公司,36,Q-1,123
            青溪县,水利局,局,,,
            没有的局,甲科,科室,,,
            乙科,甲站,科室,,,
            甲站,乙科,科室,,,
            ,丙科,科室,,,
            青溪县,丙县,县,,qx00,
            青溪县,,局,,,
            青溪县,丁局,,,,
            """
        let told = try await problems(list)
        #expect(
            told == [
                "第 2 行：行政区划代码 360100 是市级的，与类别“县”不符。",
                "第 3 行：不认识类别“公司”。应为省、市、县、乡镇街道、工作部门、派出机构或内设机构之一。",
                "第 3 行：行政区划代码「36」有误：应为 6 位数字，乡镇街道为 9 位。",
                "第 3 行：机构代码「Q-1」不合规：应为 1 至 20 位数字或大写字母。",
                "第 3 行：邮编应为 6 位数字，现在是「123」。",
                "第 4 行：「水利局」与第 3 行重复。",
                "第 5 行：找不到上级机构「没有的局」：名单里没有，机构树里也没有。",
                "第 6 行：上级机构成了环：甲站 → 乙科 → 甲站。",
                "第 7 行：上级机构成了环：乙科 → 甲站 → 乙科。",
                "第 8 行：「丙科」的类别是“派出机构或内设机构”，必须有上级机构。",
                "第 9 行：机构代码 QX00 与第 2 行重复。",
                "第 9 行：「丙县」的类别是“县”，不能放在「青溪县」下面。",
                "第 10 行：没有写机构名称。",
                "第 11 行：没有写类别。新的机构应写明类别。",
            ])
        #expect(try await store.tree().nodes.isEmpty)
        #expect(try await office.actions().isEmpty)
    }

    @Test("rings and kinds are seen through organizations that the list does not have")
    func throughTheTree() async throws {
        try await load(county)
        #expect(
            try await problems("上级机构,名称,类别\n河道站,水利局,工作部门\n") == [
                "第 2 行：上级机构成了环：「水利局」会在它自己下面。"
            ])
        #expect(
            try await problems("名称,类别\n青溪县,工作部门\n") == ["第 2 行：「青溪县」下面有「石桥镇」，改成这个类别后它就不能再放在下面。请先移走它。"])
    }

    @Test("an old list undoes no renaming and no end")
    func oldLists() async throws {
        try await load(county)
        let water = try await store.find("水利局").id
        try await store.rename(water, to: "水务局", since: try .on("2021-01-01"), basis: nil, by: .program, at: .sample)
        try await store.dissolve(
            try await store.find("石桥镇").id, since: try .on("2021-01-01"), basis: nil, by: .program, at: .sample)
        #expect(
            try await problems(county) == [
                "第 3 行：「水利局」是「水务局」以前的名称。请改写现在的名称。",
                "第 3 行：机构代码 QX01 已由「水务局」使用，不能再给别的机构。",
                "第 4 行：「石桥镇」已撤销。请从名单中删去；重新设立的，请单独添加。",
            ])
    }

    @Test("names that two counties share are told apart by the path of the parent")
    func paths() async throws {
        let list = """
            上级机构,名称,类别
            ,云泽市,市
            云泽市,青溪县,县
            云泽市,云山县,县
            青溪县,教育局,局
            云山县,教育局,局
            青溪县/教育局,甲科,科室
            云泽市/云山县/教育局,乙科,科室
            """
        #expect(try await load(list).count("新增") == 7)
        #expect(try await store.details(try await store.find("乙科").id)?.above.map(\.displayName) == ["云泽市", "云山县", "教育局"])
        #expect(try await load(list).isEmpty)
        #expect(
            try await problems("上级机构,名称,类别\n教育局,丙科,科室\n") == [
                "第 2 行：上级机构「教育局」不止一个（云泽市/青溪县/教育局、云泽市/云山县/教育局）。请写成“上级/名称”。"
            ])
        let exported = try await store.sheet()
        #expect(try OrganizationSheet(exported.csv(), name: "a.csv") == exported)
        #expect(try await store.importSheet(exported, by: .program, at: .sample).isEmpty)
    }
}
