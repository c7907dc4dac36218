import CPostgreSQL

/// The answer to one command, in the binary form.
final class PostgresResult {
    private let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        PQclear(pointer)
    }

    var status: ExecStatusType { PQresultStatus(pointer) }

    var isFailure: Bool {
        switch status {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: false
        default: true
        }
    }

    var state: String { field("C") }

    /// Without the detail, which repeats values.
    var message: String {
        let message = field("M")
        return message.isEmpty ? String(cString: PQresultErrorMessage(pointer)) : message
    }

    /// The name of the constraint that was broken.
    var constraint: String { field("n") }

    /// The word that a command answers with: COMMIT, ROLLBACK, …
    var command: String { String(cString: PQcmdStatus(pointer)) }

    var rowCount: Int { Int(PQntuples(pointer)) }

    /// Rows that the command inserted, changed or deleted.
    var changed: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

    func rows(sql: String) throws(PostgresFailure) -> [SQLRow] {
        let columns = (0..<PQnfields(pointer)).map { String(cString: PQfname(pointer, $0)) }
        let types = (0..<PQnfields(pointer)).map { PQftype(pointer, $0) }
        var rows: [SQLRow] = []
        rows.reserveCapacity(rowCount)
        for row in 0..<Int32(rowCount) {
            var values: [SQLValue] = []
            values.reserveCapacity(columns.count)
            for column in 0..<columns.count {
                guard let value = value(row, Int32(column), types[column]) else {
                    throw PostgresFailure(
                        state: "", message: "「\(columns[column])」列的类型不受支持，请在语句里转换为 text 或 bigint", isBroken: false)
                }
                values.append(value)
            }
            rows.append(SQLRow(columns: columns, values: values, sql: sql))
        }
        return rows
    }

    /// The one number of an answer of one row and one column.
    var number: Int64? {
        guard rowCount == 1, case .integer(let number) = value(0, 0, PQftype(pointer, 0)) else { return nil }
        return number
    }

    private func value(_ row: Int32, _ column: Int32, _ type: Oid) -> SQLValue? {
        guard PQgetisnull(pointer, row, column) == 0 else { return .null }
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(pointer, row, column), count: Int(PQgetlength(pointer, row, column)))
        return SQLValue(type: PostgresType(rawValue: type), bytes: bytes)
    }

    private func field(_ code: Unicode.Scalar) -> String {
        PQresultErrorField(pointer, Int32(code.value)).map { String(cString: $0) } ?? ""
    }
}
