/// Why a command does not do what it was asked: nothing is broken, and calling it again is of no use.
public struct CommandRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, and how to mend it.
    public let description: String

    /// Refuses a command for a reason.
    public init(_ description: String) {
        self.description = description
    }
}
