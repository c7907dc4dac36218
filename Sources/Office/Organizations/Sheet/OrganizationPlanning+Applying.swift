import Database

/// From the comparison to what is done.
extension OrganizationPlanning {
    func plan() -> OrganizationPlan {
        OrganizationPlan(
            lines: entries.indices.map { index in
                .init(row: entries[index].row.number, name: entries[index].name, action: action(index))
            }, ignored: sheet.ignored)
    }

    private func action(_ index: Int) -> OrganizationPlan.Action {
        guard let match = entries[index].match else { return .add }
        guard match.state == .active else { return .file }
        let changed = sheet.columns.filter { differs($0, index, match) }
        return changed.isEmpty ? .unchanged : .change(changed.map(\.title))
    }

    private func differs(_ column: OrganizationColumn, _ index: Int, _ match: Organization) -> Bool {
        let entry = entries[index]
        switch column {
        // They are what the row was matched by.
        case .name, .region: return false
        case .parent: return isMoved(index)
        case .kind: return entry.kind != match.kind
        case .jurisdiction: return entry.jurisdiction != match.jurisdiction
        case .code: return entry.code != match.code
        case .contact(let field): return entry.contact[field] != register.contacts[match.id]?[field]
        case .leaders: return entry.leaders != register.leaders[match.id] ?? []
        }
    }

    /// Does what the plan says. All was checked as it will be in the end; steps between need not hold by themselves.
    func apply(_ change: OrganizationChange) throws {
        // Codes may pass from one to another.
        for index in order where has(.code) {
            guard let match = entries[index].match, match.code != nil, match.code != entries[index].code else { continue }
            try change.db.execute("update organization set code = null where id = \(match.id)")
        }
        var ids: [Int: Int] = [:]
        for index in order {
            let entry = entries[index]
            let parentID: Int? =
                switch entry.place {
                case .top, .unknown: nil
                case .organization(let id): id
                case .entry(let parent): ids[parent]
                }
            if let match = entry.match, match.state == .active {
                ids[index] = match.id
                _ = try change.write(match, edit(index, match))
                if has(.leaders) { _ = try change.write(match, entry.leaders) }
                if isMoved(index) { try change.place(match, under: parentID) }
            } else {
                let draft = OrganizationDraft(
                    name: entry.name, kind: entry.kind ?? .bureau, parentID: parentID, region: entry.region,
                    jurisdiction: entry.jurisdiction, code: entry.code)
                ids[index] = try change.insert(
                    draft, region: entry.region, filing: entry.match?.id, contact: entry.contact, leaders: entry.leaders
                ).id
            }
        }
    }

    /// The row's values; for columns that the list does not have, those that are there.
    private func edit(_ index: Int, _ match: Organization) -> OrganizationEdit {
        let entry = entries[index]
        var contact = register.contacts[match.id] ?? OrganizationContact()
        for field in ContactField.allCases where has(.contact(field)) { contact[field] = entry.contact[field] }
        return OrganizationEdit(
            kind: has(.kind) ? entry.kind ?? .bureau : match.kind ?? .bureau,
            jurisdiction: has(.jurisdiction) ? entry.jurisdiction : match.jurisdiction, code: has(.code) ? entry.code : match.code,
            contact: contact)
    }
}
