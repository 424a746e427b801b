public import CharterRuntime
public import Foundation

extension String {
    /// The text as it is handed to the database, which makes a text of it again with `CAST(? AS TEXT)`, and bytes with `CAST(… AS BLOB)` on the way back.
    ///
    /// Of a text with the character U+0000, which people may write wherever a contract does not forbid it, GRDB would keep only what stands before it.
    public var whole: Data { Data(utf8) }
}

extension Timestamp {
    /// The instant as the database keeps it: RFC 3339 text in UTC, whose order is that of the instants.
    public var stored: String { text(fractionDigits: 9) }
}

extension JSONWritable {
    /// The value as JSON text, for a column that no statement looks into.
    ///
    /// - Throws: `JSONFault` for a value that JSON cannot hold.
    public var storedJSON: String {
        get throws(JSONFault) { String(decoding: try JSONCoding.encode(self), as: UTF8.self) }
    }
}
