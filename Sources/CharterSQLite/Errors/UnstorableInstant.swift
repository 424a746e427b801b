/// An instant that RFC 3339 cannot write, and the database hence cannot keep: it lies outside of the years 0001 to 9999.
public struct UnstorableInstant: Error, Hashable, Sendable, CustomStringConvertible {
    /// The instant in seconds; it has no text.
    public let secondsSinceEpoch: Int64

    /// What is wrong.
    public var description: String {
        "an instant \(secondsSinceEpoch) s after 1970 cannot be kept: it lies outside of the years 0001 to 9999"
    }
}
