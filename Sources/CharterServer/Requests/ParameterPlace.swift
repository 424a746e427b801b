import CharterRuntime

/// Where a parameter stands in a request; its text begins the name of a fault: `query.limit`.
enum ParameterPlace: String, Hashable, Sendable {
    case path, query, header

    /// The name of a parameter in the faults of a request.
    func field(_ name: String) -> String {
        rawValue + "." + name
    }

    /// What is at fault where a parameter of this place is.
    var fault: Problem.Code {
        self == .path ? .invalidPath : .invalidParameter
    }

    /// The name as it is compared: field names have no case (RFC 9110 §5.1).
    func key(_ name: String) -> String {
        self == .header ? name.lowercased() : name
    }
}
