import CharterRuntime
import Foundation

extension Fixtures.Credential {
    /// A credential with its text where requests carry it.
    init(
        presenting text: String,
        as credential: APIDescription.Credential,
        kind: String,
        scopes: [String],
        roles: [String]? = nil,
        user: String? = nil,
        limits: [String: Int]? = nil,
        of tenant: String,
        state: Fixtures.State
    ) {
        var headers: [String: String] = [:]
        var query: [String: String]?
        switch credential.place {
        case .header(let name): headers[name] = text
        case .scheme(let word, let name): headers[name] = "\(word) \(text)"
        case .query(let name): query = [name: text]
        case .basic(let part, _):
            let pair = part == .user ? "\(text):" : ":\(text)"
            headers["Authorization"] = "Basic \(Data(pair.utf8).base64EncodedString())"
        }
        self.init(
            tenant: tenant,
            kind: kind,
            scopes: scopes,
            roles: roles,
            user: user,
            headers: headers,
            query: query,
            limits: limits,
            state: state
        )
    }
}
