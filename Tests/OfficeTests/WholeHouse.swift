import Database
import Foundation

@testable import Office
@testable import Reports

/// The ground floor with annual reports on it, which these tests use both of.
extension House {
    static let whole = House([Reports.capability])
}

extension Records {
    static func open(
        _ place: OfficePlace, master: MasterKey? = nil, cost: PasswordCost = .standard, at instant: Date, evenIfAltered: Bool = false
    ) async throws -> Records {
        try await open(place, .whole, master: master, cost: cost, at: instant, evenIfAltered: evenIfAltered)
    }
}

extension OfficeStorage {
    static func open(_ place: OfficePlace, at instant: Date, evenIfAltered: Bool = false) async throws -> OfficeStorage {
        try await open(place, .whole, at: instant, evenIfAltered: evenIfAltered)
    }

    @discardableResult
    static func restore(
        _ path: String, to place: OfficePlace, signedWith master: MasterKey?, unsigned: Bool = false, at instant: Date
    ) async throws -> Bool {
        try await restore(path, to: place, .whole, signedWith: master, unsigned: unsigned, at: instant)
    }

    static func move(from source: OfficePlace, to target: OfficePlace, at instant: Date) async throws -> Moved {
        try await move(from: source, to: target, .whole, at: instant)
    }
}

extension AuditLog {
    func verify(_ db: ReadTransaction, anchors: [AuditAnchor] = []) throws -> AuditVerification {
        try verify(db, in: .whole, anchors: anchors)
    }
}

extension KeyRing {
    static func open(_ database: Database, master: MasterKey, at instant: Date) async throws -> KeyRing {
        try await open(database, master: master, personal: House.whole.personal, at: instant)
    }

    func rotate(_ database: Database, from master: MasterKey, to new: MasterKey, by actor: Office.Actor, at instant: Date) async throws {
        try await rotate(database, from: master, to: new, personal: House.whole.personal, by: actor, at: instant)
    }
}

extension AccountStore {
    init(_ database: AuditedDatabase, _ keys: KeyRing, cost: PasswordCost = .standard) {
        self.init(database, keys, personal: House.whole.personal, cost: cost)
    }
}

extension OrganizationDetails {
    /// How many report versions it has.
    var reports: Int { holdings.first { $0.capability == "reports" }?.count ?? 0 }
}
