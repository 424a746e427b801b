import CharterRuntime
import HTTPTypes

extension CredentialReading {
    /// Whether a request has, in any place for one, what is meant as a credential that belongs on servers: a key that begins as those of such a kind do, a
    /// token, or a key without a kind.
    ///
    /// It need not be valid, nor of the endpoint that is called: who puts a secret into a browser is to see nothing of the reply, whatever it says.
    func presentsServerOnly(_ credentials: [APIDescription.Credential]) -> Bool {
        credentials.contains { credential in
            ([credential.place] + credential.fallbackPlaces).contains { place in texts(in: place).contains(where: credential.isServerOnly) }
        }
    }

    /// Every text that stands in a place.
    private func texts(in place: APIDescription.Credential.Place) -> [String] {
        switch place {
        case .header(let name): values(of: name).filter { !$0.isEmpty }
        case .scheme(let scheme, let header): values(of: header).compactMap { value(behind: scheme, in: $0) }
        case .basic(let part): values(of: "Authorization").compactMap { value(behind: "Basic", in: $0).flatMap(part.of) }
        case .query(let name): query.decodedValues(of: name).compactMap(\.self).filter { !$0.isEmpty }
        }
    }

    private func values(of header: String) -> [String] {
        HTTPField.Name(header).map { fields[values: $0] } ?? []
    }

    private func value(behind scheme: String, in text: String) -> String? {
        guard text.prefix(while: { $0 != " " }).lowercased() == scheme.lowercased() else { return nil }
        let rest = text.drop { $0 != " " }.drop { $0 == " " }
        return rest.isEmpty ? nil : String(rest)
    }
}

extension APIDescription.Credential {
    /// Whether a text in one of its places is meant as a credential that belongs on servers.
    fileprivate func isServerOnly(_ text: String) -> Bool {
        switch form {
        case .key: kinds.isEmpty || kinds.contains { $0.use == .serverOnly && text.hasPrefix($0.prefix) }
        case .jwt: text.isCompactToken
        }
    }
}
