/// Reading the fields of an object whose members ``JSONMembers`` finds.
///
/// What is wrong with a value is kept and thrown by ``JSONMembers/next(_:)``: a function with one such call has one place to clean up, where
/// compilers would write one for each field.
extension JSONReader {
    /// Reads a field that is not null.
    @inlinable
    public mutating func read<Value: JSONReadable>(_ field: inout Value?) {
        do throws(JSONFault) { field = try Value(from: &self) } catch { failure = error }
    }

    /// Reads a field, or `null` as nil.
    @inlinable
    public mutating func readOptional<Value: JSONReadable>(_ field: inout Value?) {
        do throws(JSONFault) { field = try isNull() ? nil : try Value(from: &self) } catch { failure = error }
    }

    /// Reads a field that may be absent and may be null.
    @inlinable
    public mutating func readPresence<Value: JSONReadable>(_ field: inout Presence<Value>) {
        do throws(JSONFault) { field = try isNull() ? .null : .value(try Value(from: &self)) } catch { failure = error }
    }
}
