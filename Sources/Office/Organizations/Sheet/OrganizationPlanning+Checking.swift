/// What is wrong with rows beside each other and beside the organizations that are there.
extension OrganizationPlanning {
    mutating func checkDoubles() {
        var names: [OrganizationRegister.Designation: Int] = [:]
        var codes: [String: Int] = [:]
        for index in order.sorted() {
            let entry = entries[index]
            let designation = OrganizationRegister.Designation(region: entry.region, key: entry.key)
            if let first = names[designation], !entry.key.isEmpty {
                note(index, "「\(entry.name)」与第 \(entries[first].row.number) 行重复。")
            } else {
                names[designation] = index
            }
            if let code = entry.code {
                if let first = codes[code] { note(index, "机构代码 \(code) 与第 \(entries[first].row.number) 行重复。") }
                codes[code] = codes[code] ?? index
            }
        }
    }

    mutating func check(_ index: Int) {
        let entry = entries[index]
        if entry.match?.state != .active {
            if entry.kind == nil, entry.row[.kind] == nil { note(index, "没有写类别。新的机构应写明类别。") }
            checkFormerNames(index)
        }
        if let kind = entry.kind {
            if let jurisdiction = entry.jurisdiction ?? (has(.jurisdiction) ? nil : entry.match?.jurisdiction) {
                note(index, OrganizationRule.problem(kind, jurisdiction))
            }
            switch entry.place {
            case .unknown: break
            case .top:
                if !kind.canStand(under: nil) { note(index, .placeUnfit(name: entry.name, kind: kind, parent: nil)) }
            case .organization(let id): checkPlace(index, kind, under: register.byID[id]?.kind, register.byID[id]?.displayName)
            case .entry(let parent): checkPlace(index, kind, under: entries[parent].kind, entries[parent].name)
            }
        }
        if let code = entry.code, let holder = register.byCode[code], holder.id != entry.match?.id {
            // Another row may take the code from its holder.
            let isFreed = !holder.state.isGone && has(.code) && entryOf[holder.id].map { entries[$0].code != code } ?? false
            if !isFreed {
                let gone = holder.state.isGone ? "（\(holder.state.title)）" : ""
                note(index, .codeTaken(code: code, holder: holder.displayName + gone))
            }
        }
    }

    private mutating func checkPlace(_ index: Int, _ kind: OrganizationKind, under parent: OrganizationKind?, _ name: String?) {
        guard let parent, !kind.canStand(under: parent) else { return }
        note(index, .placeUnfit(name: entries[index].name, kind: kind, parent: name))
    }

    /// A list may be older than a renaming or the end of an organization; neither is undone by it.
    private mutating func checkFormerNames(_ index: Int) {
        let entry = entries[index]
        let bearers = register.bearers[.init(region: entry.region, key: entry.key)] ?? []
        guard entry.match == nil, let bearer = bearers.last.flatMap({ register.byID[$0] }) else { return }
        let successor = bearer.successorID.flatMap { register.byID[$0]?.displayName }
        switch bearer.state {
        case .active: note(index, "「\(entry.name)」是「\(bearer.displayName)」以前的名称。请改写现在的名称。")
        case .merged: note(index, "「\(entry.name)」已并入「\(successor ?? "")」。请从名单中删去；重新设立的，请单独添加。")
        case .dissolved: note(index, "「\(entry.name)」已撤销。请从名单中删去；重新设立的，请单独添加。")
        case .unfiled: break
        }
    }

    // MARK: The tree as it will be

    /// Rings and depths through organizations that the list does not have, and those of them that can no longer stay.
    mutating func checkTree() {
        let active = register.active
        for organization in active where entryOf[organization.id] == nil {
            guard let parent = organization.parentID.flatMap({ entryOf[$0] }), let kind = entries[parent].kind,
                let own = organization.kind, !own.canStand(under: kind)
            else { continue }
            note(parent, .childUnfit(name: entries[parent].name, child: organization.displayName))
        }
        // What stands below a ring or an unknown parent was told already.
        var told: Set<Int> = []
        let places = order.map(Place.entry) + active.filter { entryOf[$0.id] == nil }.map { Place.organization($0.id) }
        for place in places {
            var way: [Place] = []
            var seen: Set<Place> = []
            var next = place
            while next != .top, next != .unknown, seen.insert(next).inserted {
                way.append(next)
                next = above(next)
            }
            let rows = way.compactMap { if case .entry(let index) = $0 { index } else { nil } }
            guard let row = rows.first, next != .unknown, !told.contains(row) else { continue }
            if next != .top {
                told.formUnion(rows)
                note(row, "上级机构成了环：「\(entries[row].name)」会在它自己下面。")
            } else if way.count > OrganizationRule.deepest {
                told.insert(row)
                note(row, .tooDeep(name: entries[row].name))
            }
        }
    }

    private func above(_ place: Place) -> Place {
        switch place {
        case .top, .unknown: .top
        case .entry(let index):
            if case .organization(let id) = entries[index].place {
                entryOf[id].map(Place.entry) ?? .organization(id)
            } else {
                entries[index].place
            }
        case .organization(let id):
            register.byID[id]?.parentID.map { parent in entryOf[parent].map(Place.entry) ?? .organization(parent) } ?? .top
        }
    }
}
