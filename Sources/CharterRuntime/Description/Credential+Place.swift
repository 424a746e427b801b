extension APIDescription.Credential.Place {
    /// The name of its header field; nil for a query parameter.
    package var header: String? {
        switch self {
        case .header(let name), .scheme(_, let name): name
        case .basic: "Authorization"
        case .query: nil
        }
    }

    /// The word in front of the credential, which has no case (RFC 9110 §11.1); nil where it stands alone.
    package var scheme: String? {
        switch self {
        case .scheme(let scheme, _): scheme
        case .basic: "Basic"
        case .header, .query: nil
        }
    }
}
