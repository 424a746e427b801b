import CharterRuntime

extension APIDescription.Credential.Place {
    /// The name of its header field; nil for a query parameter.
    var header: String? {
        switch self {
        case .header(let name), .scheme(_, let name): name
        case .basic: "Authorization"
        case .query: nil
        }
    }

    /// The word in front of the credential, which has no case (RFC 9110 §11.1); nil where it stands alone.
    var scheme: String? {
        switch self {
        case .scheme(let scheme, _): scheme
        case .basic: "Basic"
        case .header, .query: nil
        }
    }
}

extension String {
    /// What stands in the value of a header field behind a scheme's word, and may be empty; nil behind another word.
    func credential(behind scheme: String) -> Substring? {
        let word = prefix { $0 != " " }
        guard word.lowercased() == scheme.lowercased() else { return nil }
        return self[word.endIndex...].drop { $0 == " " }
    }
}
