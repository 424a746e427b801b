import CharterRuntime
import Foundation
import GRDB

/// Reads the columns of a row one behind the other, and takes no value for another: a damaged row is an error, and does not end the process.
struct ColumnReader {
    private let row: Row
    private let table: String
    private var position = 0

    init(_ row: Row, of table: String) {
        self.row = row
        self.table = table
    }

    /// The column that was read last does not hold what it should.
    var damage: DamagedRow {
        DamagedRow(table: table, column: row.columnNames.dropFirst(position - 1).first ?? "?")
    }

    private mutating func next() -> DatabaseValue.Storage {
        defer { position += 1 }
        return position < row.count ? (row[position] as DatabaseValue).storage : .null
    }

    mutating func optionalText() throws(DamagedRow) -> String? {
        switch next() {
        case .null: nil
        case .string(let text): text
        case .int64, .double, .blob: throw damage
        }
    }

    mutating func text() throws(DamagedRow) -> String {
        guard let text = try optionalText() else { throw damage }
        return text
    }

    mutating func bytes() throws(DamagedRow) -> [UInt8] {
        guard case .blob(let bytes) = next() else { throw damage }
        return [UInt8](bytes)
    }

    mutating func optionalBytes() throws(DamagedRow) -> [UInt8]? {
        switch next() {
        case .null: nil
        case .blob(let bytes): [UInt8](bytes)
        case .int64, .double, .string: throw damage
        }
    }

    mutating func instant() throws(DamagedRow) -> Timestamp? {
        guard let text = try optionalText() else { return nil }
        guard let instant = Timestamp(text) else { throw damage }
        return instant
    }
}
