import Foundation

extension String {
    /// The text as it is handed to the database, which makes a text of it again: `CAST(? AS TEXT)`, and `CAST(… AS BLOB)` on the way back.
    ///
    /// Of a text with the character U+0000, which the contract allows in what people write, GRDB would keep only what stands before it.
    var bytes: Data { Data(utf8) }
}
