import CharterRuntime
import HTTPTypes

extension EndpointRequest {
    /// Presents a text that is no key in the first place that a credential has.
    mutating func present(noKey text: String, as credential: APIDescription.Credential) throws(MissingFixture) {
        do {
            try present(text, as: credential)
        } catch {
            throw MissingFixture("a way to present a key: \(error)")
        }
    }

    /// Presents the credentials of a caller as the fixtures say.
    mutating func present(_ caller: FixtureCaller) throws(MissingFixture) {
        for (_, entry) in caller.entries {
            for (name, value) in entry.headers.sorted(by: { $0.key < $1.key }) { try fill(name, value) }
            credentialQuery += (entry.query ?? [:]).sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }
        }
    }

    /// Gives a header field its value.
    mutating func fill(_ name: String, _ value: String) throws(MissingFixture) {
        guard let field = HTTPField.Name(name) else { throw MissingFixture("a header field with a better name than \"\(name)\"") }
        headerFields[field] = value
    }
}
