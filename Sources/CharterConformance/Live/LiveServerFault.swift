public import CharterRuntime

/// Why no check can be held against the server that the environment names.
public enum LiveServerFault: Error, Sendable, CustomStringConvertible {
    /// A variable gives the address of a server, and none says what exists on it.
    case fixturesMissing(variable: String)
    /// The file of fixtures cannot be read.
    case unreadable(path: String)
    /// The file of fixtures holds something else.
    case malformed(path: String, fault: JSONFault)
    /// The server was not reset by a request to its control address.
    case notReset(String, reason: String)

    /// What is wrong, and how to mend it.
    public var description: String {
        switch self {
        case .fixturesMissing(let variable): "\(variable) is not set: name the file that says what exists on the server"
        case .unreadable(let path): "the fixtures \(path) cannot be read: a server writes them once it listens"
        case .malformed(let path, let fault): "the fixtures \(path) are not what checkers read: \(fault)"
        case .notReset(let url, let reason): "POST \(url) did not reset the server: \(reason)"
        }
    }
}
