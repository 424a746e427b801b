/// What is not as documented in a reply of which the body is.
public enum ReplyFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The status is none of those that are documented.
    case status(Int?)
    /// There is no header field of that name.
    case missingHeader(String)
    /// The header field of that name holds no value of its type.
    case malformedHeader(String)

    /// What is wrong, without the value of a header field.
    public var description: String {
        switch self {
        case .status(let status?): "the status \(status) is not documented"
        case .status(nil): "there is no status"
        case .missingHeader(let name): "there is no \(name)"
        case .malformedHeader(let name): "\(name) holds no value of its type"
        }
    }
}
