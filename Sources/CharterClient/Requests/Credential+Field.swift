package import CharterRuntime
package import HTTPTypes

extension APIDescription.Credential {
    /// The header field that presents a key.
    ///
    /// - Throws: ``UnsendableRequest/headerName(_:)``
    package func field(presenting key: String) throws(UnsendableRequest) -> HTTPField {
        switch place {
        case .header(let text):
            guard let name = HTTPField.Name(text) else { throw .headerName(text) }
            var field = HTTPField(name: name, value: key)
            // Compression tables of HTTP/2 and HTTP/3 outlive the request; a secret stays out of them (RFC 7541 §7.1.3).
            field.indexingStrategy = .disallow
            return field
        }
    }
}
