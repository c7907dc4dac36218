import Markup
import Office
import Web

/// What narrows the list of reports: a name, a year, a region.
struct ReportSearch {
    /// As typed.
    var name: String?
    var year: Int?
    var region: String?

    init(_ query: QueryString) throws {
        name = query.text("q")
        year = try query.year()
        region = query.text("region")
    }

    var isEmpty: Bool { name == nil && year == nil && region == nil }

    /// True where names have to be looked through.
    var isByName: Bool { name.flatMap(NameSearch.init) != nil }

    /// What is wrong with the name that was typed.
    var problem: String? {
        guard let name, NameSearch(name) == nil else { return nil }
        return name.utf8.count > NameSearch.longest ? "名称太长。请输入名称中的几个字，例如“石桥镇”。" : "请输入名称中的字，例如“石桥镇”。"
    }

    func link(page: Int? = nil) -> Address {
        ReportsPath.list().with(["q": name, "year": year.map { "\($0)" }, "region": region, "page": page.map { "\($0)" }])
    }

    /// The reports that it finds, by name through all names that a body has had.
    func reports(in store: ReportStore, _ names: NameIndex, page: Int) async throws -> (list: ReportList, isCut: Bool) {
        let (offset, limit) = ((page - 1) * ReportListView.pageSize, ReportListView.pageSize)
        guard let name else { return (try await store.summaries(year: year, region: region, offset: offset, limit: limit), false) }
        let found =
            if let search = NameSearch(name) {
                try await store.organizations(search, index: names)
            } else {
                (ids: [Int](), isCut: false)
            }
        return (try await store.summaries(of: found.ids, year: year, region: region, offset: offset, limit: limit), found.isCut)
    }

    /// The field alone, as the front page has it.
    static func field(_ typed: String?, problem: String? = nil) -> HTML {
        let error: HTML = problem.map { "<span class=\"field-error\" id=\"q-error\">\($0)</span>" } ?? ""
        let described: HTML = problem == nil ? "" : " aria-describedby=\"q-error\" aria-invalid=\"true\""
        return """
            <div class="field grow\(problem == nil ? "" : " wrong")"><label for="q">单位名称</label>\(error)<input type="search" id="q" name="q" value="\(typed ?? "")" maxlength="60" autocomplete="off"\(described)></div>
            """
    }
}
