import Law

/// Compares a list with the organizations as they are: every row is read, placed, matched and checked before anything
/// is done, and all that is wrong is told at once.
struct OrganizationPlanning {
    /// What a row says, read and matched.
    struct Entry {
        var row: OrganizationSheet.Row
        var name = ""
        var key = ""
        var kind: OrganizationKind?
        var jurisdiction: Jurisdiction?
        var code: String?
        var contact = OrganizationContact()
        var leaders: [Leader] = []
        var place = Place.top
        var region = ""
        /// The one in the tree, or known from its reports, that the row is about.
        var match: Organization?
    }

    /// Where an organization stands: below one that is there, or below that of another row.
    enum Place: Hashable {
        case top
        case organization(Int)
        case entry(Int)
        /// Told as a problem already.
        case unknown
    }

    let sheet: OrganizationSheet
    let register: OrganizationRegister
    var entries: [Entry] = []
    var problems: [SheetProblem] = []
    /// Parents before what is below them.
    var order: [Int] = []
    /// The entry of an organization.
    var entryOf: [Int: Int] = [:]

    /// - Throws: `OrganizationSheetError.problems`.
    init(_ sheet: OrganizationSheet, _ register: OrganizationRegister) throws(OrganizationSheetError) {
        self.sheet = sheet
        self.register = register
        entries = sheet.rows.map { Entry(row: $0) }
        for index in entries.indices { read(index) }
        let byKey = Dictionary(grouping: entries.indices.filter { !entries[$0].key.isEmpty }) { entries[$0].key }
        for index in entries.indices where has(.parent) { findParent(index, byKey) }
        putInOrder()
        for index in order { match(index) }
        checkDoubles()
        for index in order { check(index) }
        checkTree()
        if !problems.isEmpty { throw .problems(problems.sorted { $0.row < $1.row }) }
    }

    func has(_ column: OrganizationColumn) -> Bool { sheet.columns.contains(column) }

    mutating func note(_ index: Int, _ message: String) {
        problems.append(SheetProblem(row: entries[index].row.number, message: message))
    }

    mutating func note(_ index: Int, _ error: OrganizationError?) {
        if let error { note(index, error.description) }
    }

    // MARK: Reading

    private mutating func read(_ index: Int) {
        let row = entries[index].row
        let name = row[.name] ?? ""
        note(index, OrganizationRule.problem(name: name))
        entries[index].name = name
        entries[index].key = OrganizationName.key(name)
        if let word = row[.kind] {
            entries[index].kind = OrganizationKind(word: word)
            if entries[index].kind == nil {
                note(index, "不认识类别“\(word)”。应为\(OrganizationKind.allCases.map(\.title).joined(separator: "、"))之一。")
            }
        }
        if let text = row[.jurisdiction] {
            entries[index].jurisdiction = Jurisdiction(text)
            if entries[index].jurisdiction == nil { note(index, "行政区划代码「\(text)」有误：应为 6 位数字，乡镇街道为 9 位。") }
        }
        if let code = row[.code]?.uppercased() {
            entries[index].code = code
            note(index, OrganizationRule.problem(code: code))
        }
        for field in ContactField.allCases { entries[index].contact[field] = row[.contact(field)] }
        for problem in entries[index].contact.problems { note(index, problem) }
        entries[index].leaders = row[.leaders].map(Leader.list) ?? []
        note(index, OrganizationRule.problem(entries[index].leaders))
    }

    // MARK: Placing

    private mutating func findParent(_ index: Int, _ byKey: [String: [Int]]) {
        guard let text = entries[index].row[.parent] else { return }
        entries[index].place = .unknown
        let path = Self.path(text)
        guard let key = path.last, !key.isEmpty else { return note(index, "上级机构「\(text)」有误。") }
        let rows = (byKey[key] ?? []).filter { isNamed($0, path, byKey) }
        if rows.count == 1 {
            entries[index].place = .entry(rows[0])
        } else if rows.count > 1 {
            let numbers = rows.map { "第 \(entries[$0].row.number) 行" }.joined(separator: "、")
            note(index, "上级机构「\(text)」不止一个（\(numbers)）。请写成“上级/名称”。")
        } else {
            findKnownParent(index, text, path)
        }
    }

    private mutating func findKnownParent(_ index: Int, _ text: String, _ path: [String]) {
        let known = (register.byKey[path[path.count - 1]] ?? []).filter { organization in
            organization.state == .active && ([""] + register.path(organization).map(OrganizationName.key)).suffix(path.count) == path[...]
        }
        if known.count == 1 {
            entries[index].place = .organization(known[0].id)
        } else if known.count > 1 {
            let paths = known.map { register.path($0).joined(separator: "/") }.joined(separator: "、")
            note(index, "上级机构「\(text)」不止一个（\(paths)）。请写成“上级/名称”。")
        } else {
            note(index, "找不到上级机构「\(text)」：名单里没有，机构树里也没有。")
        }
    }

    /// The folded names of `青溪县/石桥镇`. Of `/青溪县/石桥镇`, which begins at the top of the tree, the first one is empty,
    /// and so is that of no parent.
    private static func path(_ text: String) -> [String] {
        let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "/" || $0 == "／" })
        let keys = parts.map { OrganizationName.key(String($0)) }
        return keys.prefix(1) + keys.dropFirst().filter { !$0.isEmpty }
    }

    /// True where the path's last name is the row's and the others are those above it.
    private func isNamed(_ index: Int, _ path: [String], _ byKey: [String: [Int]]) -> Bool {
        guard entries[index].key == path.last else { return false }
        let above = Array(path.dropLast())
        guard let direct = above.last else { return true }
        let parent = Self.path(entries[index].row[.parent] ?? "")
        guard parent.last == direct else { return false }
        if above.count == 1 { return true }
        if parent.count >= above.count { return parent.suffix(above.count) == above[...] }
        let rows = byKey[direct] ?? []
        return rows.isEmpty || rows.contains { isNamed($0, above, byKey) }
    }

    /// Parents first. Those in a ring, and below one, are told and left out.
    private mutating func putInOrder() {
        var children: [Int: [Int]] = [:]
        var ready: [Int] = []
        for index in entries.indices {
            if case .entry(let parent) = entries[index].place { children[parent, default: []].append(index) } else { ready.append(index) }
        }
        var next = 0
        while next < ready.count {
            ready += children[ready[next]] ?? []
            next += 1
        }
        // Siblings stay as they stand in the list; a parent comes before what is below it all the same.
        order = ready
        let placed = Set(ready)
        let hanging = entries.indices.filter { !placed.contains($0) }
        for (index, ring) in hanging.map({ ($0, ring(from: $0)) }) {
            if let ring { note(index, "上级机构成了环：\(ring.map { entries[$0].name }.joined(separator: " → "))。") }
            entries[index].place = .unknown
        }
    }

    /// The way up from a row back to it; nil where it only hangs below a ring.
    private func ring(from index: Int) -> [Int]? {
        var way = [index]
        while case .entry(let parent) = entries[way[way.count - 1]].place, way.count <= entries.count {
            way.append(parent)
            if parent == index { return way }
        }
        return nil
    }

    // MARK: Matching

    private func parentRegion(_ place: Place) -> String? {
        switch place {
        case .top, .unknown: nil
        case .organization(let id): register.byID[id]?.region
        case .entry(let index): entries[index].region
        }
    }

    private mutating func match(_ index: Int) {
        let entry = entries[index]
        let named = register.byKey[entry.key] ?? []
        let only = named.count == 1 ? named.first : nil
        let kind = entry.kind ?? only?.kind ?? .bureau
        var region = entry.row[.region]
        if region == nil, has(.parent) || kind.isRegion {
            region = OrganizationDraft.region(kind, name: entry.name, parentRegion: parentRegion(entry.place))
        }
        var match = region.map { region in named.first { $0.region == region } } ?? only
        if match == nil, entry.row[.region] == nil {
            // One whose region was given by hand, under the same parent.
            match = named.first { $0.state == .active && known($0.parentID) == entry.place && has(.parent) }
        }
        if region == nil, named.count > 1 {
            note(index, "叫「\(entry.name)」的机构有 \(named.count) 个。请在名单中写明上级机构或者地区。")
        }
        entries[index].match = match
        entries[index].region = match?.region ?? region ?? OrganizationName.key(entry.name)
        if let match {
            if entryOf[match.id] == nil { entryOf[match.id] = index }
            if !has(.parent), let parent = match.parentID { entries[index].place = .organization(parent) }
            if entry.kind == nil, match.state == .active { entries[index].kind = match.kind }
        }
    }

    /// The place right below an organization that is there; that of its row where the list has one.
    private func known(_ parentID: Int?) -> Place {
        parentID.map { id in entryOf[id].map(Place.entry) ?? .organization(id) } ?? .top
    }

    /// True where the row's organization stands elsewhere now.
    func isMoved(_ index: Int) -> Bool {
        guard has(.parent), let match = entries[index].match else { return false }
        return known(match.parentID) != entries[index].place
    }
}
