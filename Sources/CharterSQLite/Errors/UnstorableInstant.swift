public import CharterRuntime

/// An instant that RFC 3339 cannot write, and the database hence cannot keep: it lies outside of the years 0001 to 9999.
public struct UnstorableInstant: Error, Hashable, Sendable, CustomStringConvertible {
    /// The instant.
    public let instant: Timestamp

    /// What is wrong.
    public var description: String {
        "the instant \(instant.secondsSinceEpoch) s after 1970 lies outside of the years 0001 to 9999, which the database can keep"
    }
}
