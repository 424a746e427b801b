import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension EndpointRequest {
    /// Presents a key or token in the first place that its credential has.
    ///
    /// - Throws: ``UnsendableRequest/headerName(_:)``, ``UnsendableRequest/colonInKey(credential:)``
    package mutating func present(_ key: String, as credential: APIDescription.Credential) throws(UnsendableRequest) {
        switch credential.place {
        case .query(let name): credentialQuery.append(.init(name, key))
        case .header(let name): try addSecret(key, in: name)
        case .scheme(let scheme, let name): try addSecret("\(scheme) \(key)", in: name)
        case .basic(let part, _):
            // RFC 7617 §2: the first colon ends the user name.
            if part == .user, key.contains(":") { throw .colonInKey(credential: credential.name) }
            let pair = part == .user ? key + ":" : ":" + key
            try addSecret("Basic " + Data(pair.utf8).base64EncodedString(), in: "Authorization")
        }
    }

    private mutating func addSecret(_ text: String, in header: String) throws(UnsendableRequest) {
        guard let name = HTTPField.Name(header) else { throw .headerName(header) }
        var field = HTTPField(name: name, value: text)
        // Compression tables of HTTP/2 and HTTP/3 outlive the request; a secret stays out of them (RFC 7541 §7.1.3).
        field.indexingStrategy = .disallow
        headerFields.append(field)
    }
}
