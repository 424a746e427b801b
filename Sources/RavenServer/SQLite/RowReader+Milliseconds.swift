import CharterRuntime
import CharterService
import CharterSQLite

extension RowReader {
    /// An instant as Raven keeps it: milliseconds since 1970.
    mutating func milliseconds() throws(DamagedRow) -> Timestamp {
        Timestamp(milliseconds: Int64(try integer()))
    }
}
