import CharterRuntime
import Foundation
import GRDB

/// Reads the columns of a row one behind the other.
///
/// A value that Raven did not write is an error of the statement and does not end the process.
struct RowReader {
    private let row: Row
    private var position = 0

    init(_ row: Row) {
        self.row = row
    }

    mutating func integer() throws -> Int64 {
        try next(Int64.self)
    }

    mutating func text() throws -> String {
        try next(String.self)
    }

    /// A text that was selected as bytes, see ``Swift/String/bytes``.
    mutating func wholeText() throws -> String {
        String(decoding: try next(Data.self), as: UTF8.self)
    }

    mutating func optionalWholeText() throws -> String? {
        try next(Data?.self).map { String(decoding: $0, as: UTF8.self) }
    }

    mutating func instant() throws -> Timestamp {
        Timestamp(milliseconds: try integer())
    }

    mutating func id() throws -> UniqueID {
        guard let id = UniqueID(try text()) else { throw DamagedDatabase(column: columnName) }
        return id
    }

    private mutating func next<Value: DatabaseValueConvertible>(_ type: Value.Type) throws -> Value {
        defer { position += 1 }
        return try row.decode(type, atIndex: position)
    }

    private mutating func next<Value: DatabaseValueConvertible>(_ type: Value?.Type) throws -> Value? {
        defer { position += 1 }
        return try row.decode(type, atIndex: position)
    }

    /// The column that was read last.
    private var columnName: String { row.columnNames.dropFirst(position - 1).first ?? "?" }
}

/// A column does not hold what Raven wrote into it: the file is damaged, or somebody changed it.
struct DamagedDatabase: Error, Hashable, CustomStringConvertible {
    let column: String

    var description: String { "the column '\(column)' holds something that Raven did not write: the database is damaged" }
}
