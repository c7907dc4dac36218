import Database
import Foundation

/// What is done with all personal data at once: sealing anew, and forgetting a subject.
extension PersonalColumn {
    /// Seals all values of the column anew under the key that seals now.
    func reseal(_ ring: KeyRing, _ db: Transaction) throws {
        let (table, column, key): (SQL, SQL, SQL) = ("\(name: table)", "\(name: column)", "\(name: key)")
        let rows = try db.rows("select \(key) as id, \(column) as value from \(table) where \(column) is not null")
        for row in rows {
            let id = try row.value("id")
            let name: String =
                switch id {
                case .integer(let n): "\(n)"
                case .text(let text): text
                default: ""
                }
            let place = SealedColumn.place(self.table, self.column, name)
            let anew = try ring.seal(try ring.open(try row.blob("value"), place: place), place: place)
            try db.execute("update \(table) set \(column) = \(anew) where \(key) = \(id)")
        }
    }

    /// Takes the data of one subject out of its columns.
    ///
    /// - Parameters:
    ///   - id: the subject's.
    ///   - login: the name whose blind index some rows hold; nil if the subject has none.
    package static func forget(_ id: Int, login: String?, _ columns: [PersonalColumn], _ keys: KeyRing, _ db: Transaction) throws {
        for column in columns {
            let (table, name): (SQL, SQL) = ("\(name: column.table)", "\(name: column.column)")
            let isIts: SQL =
                switch column.owner {
                case .id(let owner): "\(name: owner) = \(id)"
                case .subject(let owner): "\(name: owner) = \("\(column.subject):\(id)")"
                case .blindedLogin(let owner):
                    "\(name: owner) = \(try keys.blind(login.flatMap(LoginName.key) ?? "", kind: "login"))"
                }
            switch column.forgetting {
            case .clear: try db.execute("update \(table) set \(name) = null where \(isIts)")
            case .deleteRow: try db.execute("delete from \(table) where \(isIts)")
            case .replace(let word):
                let text = word.replacingOccurrences(of: "#", with: "#\(id)")
                try db.execute("update \(table) set \(name) = \(text) where \(isIts)")
            case .keyDestroyed: break
            }
        }
    }
}
