/// An effect that cannot be counted; an error of whoever wrote the program, not of a caller.
public enum UncountableEffect: Error, Hashable, Sendable, CustomStringConvertible {
    /// The API has no limit of that name.
    case unknownLimit(String, known: [String])
    /// It was not said whose count it is.
    case partitionMissing(limit: String, partition: String)

    /// What is wrong, and how to mend it.
    public var description: String {
        switch self {
        case .unknownLimit(let name, let known):
            known.isEmpty
                ? "the API has no limit '\(name)', nor any other"
                : "the API has no limit '\(name)'; it has \(known.map { "'\($0)'" }.joined(separator: ", "))"
        case .partitionMissing(let limit, let partition):
            "the limit '\(limit)' counts by \(partition): say whose count it is by the parameter '\(partition)'"
        }
    }
}
