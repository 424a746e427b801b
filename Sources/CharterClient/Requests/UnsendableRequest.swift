/// Why a request could not even be written down.
public enum UnsendableRequest: Error, Hashable, Sendable, CustomStringConvertible {
    /// The base URL is not an absolute `http` or `https` URL, or has user information, a query or a fragment.
    case baseURL(String)
    /// The path parameter of that name has no value, or one that is no path segment: empty, `.` or `..` (RFC 3986 §3.3).
    case pathParameter(String)
    /// The endpoint asks for that credential and the client has no key for it.
    case missingKey(credential: String)
    /// The API description gives a header field that name, which HTTP does not allow (RFC 9110 §5.1).
    case headerName(String)

    /// What is wrong, in a sentence.
    public var description: String {
        switch self {
        case .baseURL(let text): "\"\(text)\" is not an http or https URL without user information, query and fragment"
        case .pathParameter(let name): "the path parameter \"\(name)\" needs a value other than \"\", \".\" and \"..\""
        case .missingKey(let credential): "the endpoint asks for the credential \"\(credential)\" and the client has no key for it"
        case .headerName(let name): "\"\(name)\" is no name of a header field"
        }
    }
}
