import CharterRuntime
import HTTPTypes

/// A place in which a credential of the API can stand, and what may stand there.
struct CredentialPlace: Sendable {
    private let credential: APIDescription.Credential
    private let place: APIDescription.Credential.Place
    /// The header field; nil for a query parameter.
    private let header: HTTPField.Name?

    init(_ credential: APIDescription.Credential, _ place: APIDescription.Credential.Place) {
        self.credential = credential
        self.place = place
        header = place.header.flatMap { HTTPField.Name($0) }
    }

    /// Whether a request has, in this place, what is meant as a credential that belongs on servers: a key that begins as those of such a kind do, a
    /// token that may not be kept anywhere, or a key without a kind.
    ///
    /// It need not be valid, nor of the endpoint that is called: who puts a secret into a browser is to see nothing of the reply, whatever it says.
    func hasServerOnly(_ fields: HTTPFields, _ query: QueryValues) -> Bool {
        switch place {
        case .header: values(in: fields).contains { !$0.isEmpty && isServerOnly($0) }
        case .scheme(let scheme, _): values(in: fields).contains { value(behind: scheme, in: $0).map(isServerOnly) ?? false }
        case .basic(let part, _):
            values(in: fields).contains { value(behind: "Basic", in: $0).flatMap { BasicPair($0)?[part] }.map(isServerOnly) ?? false }
        case .query(let name):
            query.count(of: name) > 0 && query.decodedValues(of: name).contains { $0.map { !$0.isEmpty && isServerOnly($0) } ?? false }
        }
    }

    private func values(in fields: HTTPFields) -> [String] {
        header.map { fields[values: $0] } ?? []
    }

    private func value(behind scheme: String, in text: String) -> String? {
        text.credential(behind: scheme).flatMap { $0.isEmpty ? nil : String($0) }
    }

    /// Whether a text is meant as a credential that belongs on servers.
    private func isServerOnly(_ text: String) -> Bool {
        switch credential.form {
        case .key: credential.kinds.isEmpty || credential.kinds.contains { $0.use == .serverOnly && text.hasPrefix($0.prefix) }
        case .jwt: credential.use != .anywhere && text.isCompactToken
        }
    }
}
