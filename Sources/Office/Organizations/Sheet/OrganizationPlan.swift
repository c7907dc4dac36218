import Foundation

/// What a list of organizations changes, before or after it is done.
package struct OrganizationPlan: Hashable, Sendable {
    package enum Action: Hashable, Sendable {
        case add
        /// One that is known from its reports comes into the tree.
        case file
        /// The titles of the columns that differ.
        case change([String])
        case unchanged

        package var title: String {
            switch self {
            case .add: "新增"
            case .file: "归入"
            case .change: "修改"
            case .unchanged: "不变"
            }
        }
    }

    package struct Line: Hashable, Sendable {
        /// As the spreadsheet counts it, from 1.
        package var row: Int
        package var name: String
        package var action: Action

        package init(row: Int, name: String, action: Action) {
            self.row = row
            self.name = name
            self.action = action
        }
    }

    /// In the order of the list.
    package var lines: [Line]
    /// Headings that are not known.
    package var ignored: [String]

    package init(lines: [Line], ignored: [String]) {
        self.lines = lines
        self.ignored = ignored
    }

    /// How many rows are of that kind: 新增, 归入, 修改, 不变.
    package func count(_ title: String) -> Int { lines.count { $0.action.title == title } }

    /// True where nothing is to be done.
    package var isEmpty: Bool { lines.allSatisfy { $0.action == .unchanged } }
}

extension OrganizationStore {
    /// Brings the tree to what a list says, all of it or nothing. Rows are matched by region and name; columns that the
    /// list does not have stay as they are, and so do organizations that are not in it.
    ///
    /// - Parameter isDryRun: true to learn what would be done.
    /// - Throws: `OrganizationSheetError.problems` with all that is wrong; `DatabaseError`.
    package func importSheet(
        _ sheet: OrganizationSheet, by actor: Actor, at instant: Date, isDryRun: Bool = false
    ) async throws -> OrganizationPlan {
        if isDryRun {
            return try await database.read { db in try OrganizationPlanning(sheet, OrganizationRegister(db)).plan() }
        }
        return try await change(by: actor, at: instant) { change in
            let planning = try OrganizationPlanning(sheet, OrganizationRegister(change.db))
            let plan = planning.plan()
            try planning.apply(change)
            return plan
        }
    }

    /// The tree as a list.
    package func sheet() async throws -> OrganizationSheet {
        try await database.read { db in OrganizationSheet(try OrganizationRegister(db)) }
    }
}
