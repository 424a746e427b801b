/// Why a request could not even be written down.
public enum UnsendableRequest: Error, Hashable, Sendable {
    /// The base URL is not an absolute `http` or `https` URL, or has user information, a query or a fragment.
    case baseURL(String)
    /// The base URL has a port that is no number from 1 to 65535.
    case port(String, in: String)
    /// The path parameter of that name has no value, or one that is no path segment: empty, `.` or `..` (RFC 3986 §3.3).
    case pathParameter(String)
    /// The query parameter of that name, which says whose data the request is about, has no value.
    case queryParameter(String)
    /// The header field of that name is required and has no value, neither in the call nor among the client's own.
    case headerParameter(String)
    /// The value of the header field of that name has characters that HTTP does not allow there (RFC 9110 §5.5).
    case headerValue(String)
    /// An item of that list has a comma, and commas stand between the items.
    case commaInItem(parameter: String)
    /// The endpoint asks for that credential and the client has no key for it.
    case missingKey(credential: String)
    /// The endpoint asks for all credentials of one of these sets, and the client has the keys for none of them.
    case missingKeys([[String]])
    /// A key of that credential stands for a user name (RFC 7617 §2), which cannot have a colon.
    case colonInKey(credential: String)
    /// The API description gives a header field that name, which HTTP does not allow (RFC 9110 §5.1).
    case headerName(String)
    /// The idempotency key is not of the form that the API documents; or none was given, and a UUID is not of that form.
    case idempotencyKey(isGiven: Bool)
    /// The body should get a member of that name, and is no JSON object.
    case bodyMember(String)
    /// The endpoint takes a form, which cannot say what that field holds: an empty text where null may stand, a list without items or an object
    /// without fields that might as well be absent; the empty name is the whole form.
    case formField(String)
    /// The list cannot begin where the call says, because its pages are found in another way.
    case pageStart(PageStart)
}

extension UnsendableRequest: CustomStringConvertible {
    /// What is wrong, in a sentence.
    public var description: String {
        switch self {
        case .baseURL(let text): "\"\(text)\" is not an http or https URL without user information, query and fragment"
        case .port(let port, let text): "\"\(text)\" has the port \"\(port)\", and ports are numbers from 1 to 65535"
        case .pathParameter(let name): "the path parameter \"\(name)\" needs a value other than \"\", \".\" and \"..\""
        case .queryParameter(let name): "the query parameter \"\(name)\" needs a value"
        case .headerParameter(let name): "the header field \"\(name)\" needs a value, in the call or in the client's headers"
        case .headerValue(let name): "the value for the header field \"\(name)\" holds characters that no header field can have"
        case .commaInItem(let name): "an item for \"\(name)\" has a comma, which ends an item there"
        case .missingKey(let credential): "the endpoint asks for the credential \"\(credential)\" and the client has no key for it"
        case .missingKeys(let sets): "the endpoint asks for \(Self.phrase(sets)), and the client does not have the keys for it"
        case .colonInKey(let name): "the key for \"\(name)\" stands for a user name, which cannot have a colon"
        case .headerName(let name): "\"\(name)\" is no name of a header field"
        case .idempotencyKey(true): "the idempotency key is not of the form that the API documents"
        case .idempotencyKey(false): "the API documents a form of idempotency keys that no UUID has: pass a key with the call"
        case .bodyMember(let name): "the body is no JSON object that could hold the member \"\(name)\""
        case .formField(""): "the body is no object, and so no form"
        case .formField(let name): "a form cannot say what the field \"\(name)\" holds"
        case .pageStart(let start): "the list has no page to be asked for with \(start)"
        }
    }

    private static func phrase(_ sets: [[String]]) -> String {
        sets.map { $0.map { "\"\($0)\"" }.joined(separator: " and ") }.joined(separator: ", or ")
    }
}
