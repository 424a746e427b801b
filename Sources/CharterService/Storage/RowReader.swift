public import CharterRuntime
public import CharterSQLite
public import GRDB

/// Reads the columns of a row one behind the other.
///
/// A value that the service did not write is an error of the statement and does not end the process.
public struct RowReader {
    private let row: Row
    private let table: String
    private var position = 0

    /// Begins with the first column.
    ///
    /// - Parameter table: What the row is of, for the error of a damaged one.
    public init(_ row: Row, of table: String) {
        self.row = row
        self.table = table
    }

    /// The column that was read last does not hold what it should.
    private var damage: DamagedRow {
        DamagedRow(table: table, column: row.columnNames.dropFirst(position - 1).first ?? "?")
    }

    private mutating func next() -> DatabaseValue.Storage {
        defer { position += 1 }
        return position < row.count ? (row[position] as DatabaseValue).storage : .null
    }

    private func present<Value>(_ value: Value?) throws(DamagedRow) -> Value {
        guard let value else { throw damage }
        return value
    }
}

extension RowReader {
    /// A text or nothing; also one that was selected as bytes, see ``Swift/String/whole``.
    public mutating func optionalText() throws(DamagedRow) -> String? {
        switch next() {
        case .null: nil
        case .string(let text): text
        case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
        case .int64, .double: throw damage
        }
    }

    /// A text.
    public mutating func text() throws(DamagedRow) -> String {
        try present(try optionalText())
    }

    /// A whole number or nothing.
    public mutating func optionalInteger() throws(DamagedRow) -> Int? {
        switch next() {
        case .null: nil
        case .int64(let number): Int(number)
        case .string, .double, .blob: throw damage
        }
    }

    /// A whole number.
    public mutating func integer() throws(DamagedRow) -> Int {
        try present(try optionalInteger())
    }

    /// Whether a whole number is not 0.
    public mutating func flag() throws(DamagedRow) -> Bool {
        try integer() != 0
    }

    /// A number.
    public mutating func number() throws(DamagedRow) -> Double {
        switch next() {
        case .int64(let number): Double(number)
        case .double(let number): number
        case .null, .string, .blob: throw damage
        }
    }

    /// A UUID or nothing.
    public mutating func optionalID() throws(DamagedRow) -> UniqueID? {
        guard let text = try optionalText() else { return nil }
        return try present(UniqueID(text))
    }

    /// A UUID.
    public mutating func id() throws(DamagedRow) -> UniqueID {
        try present(try optionalID())
    }

    /// An instant or nothing.
    public mutating func optionalInstant() throws(DamagedRow) -> Timestamp? {
        guard let text = try optionalText() else { return nil }
        return try present(Timestamp(text))
    }

    /// An instant.
    public mutating func instant() throws(DamagedRow) -> Timestamp {
        try present(try optionalInstant())
    }

    /// What stands there as JSON, or nothing.
    public mutating func optionalJSON<Value: JSONReadable>(_ type: Value.Type) throws(DamagedRow) -> Value? {
        guard let text = try optionalText() else { return nil }
        return try present(try? JSONCoding.decode(type, from: Array(text.utf8)))
    }

    /// What stands there as JSON.
    public mutating func json<Value: JSONReadable>(_ type: Value.Type) throws(DamagedRow) -> Value {
        try present(try optionalJSON(type))
    }
}
