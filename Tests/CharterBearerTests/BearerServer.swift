import CharterBearer
import CharterRuntime
import CharterServer
import CharterServerTesting
import HTTPTypes
import Hummingbird

/// A small API in this process, whose one endpoint takes bearers and says who they are.
struct BearerServer {
    private let transport: InProcessTransport

    init(_ tokens: any TokenVerifier) {
        let credential = APIDescription.Credential(
            name: "person",
            place: .scheme("Bearer", header: "Authorization"),
            form: .jwt,
            holds: .all,
            challenge: "Bearer"
        )
        var endpoint = APIDescription.Endpoint(
            id: "getMe",
            method: .get,
            path: "/me",
            summary: "Who is calling",
            success: .init(status: 200, body: .any)
        )
        endpoint.auth = .one("person")
        var api = APIDescription(
            name: "Bearers",
            title: "Bearers",
            version: "1.0.0",
            servers: [.init(name: "production", url: "https://api.example")],
            errors: .problem,
            endpoints: [endpoint],
            types: [:]
        )
        api.credentials = [credential]
        var routes = APIRoutes(api, keys: InMemoryKeyStore(api), tokens: tokens, clock: AdjustableClock(at: Forgery.now))
        routes.value(endpoint) { request in JSONValue.string(request.caller.user ?? "") }
        let router = Router()
        routes.register(on: router)
        transport = InProcessTransport(router: router)
    }

    /// A server that takes the tokens of one secret.
    static func ofSecret(_ secret: TokenSecret? = nil, rules: TokenRules = .trial) throws -> BearerServer {
        let secret = try secret ?? TokenSecret(Forgery.secret)
        return BearerServer(JSONWebTokenVerifier(keys: VerificationKeys(secret), rules: rules, now: { Forgery.now }))
    }

    /// A server that takes the tokens of a set of keys.
    static func ofKeys(_ set: String) async throws -> BearerServer {
        BearerServer(JSONWebTokenVerifier(keys: try await VerificationKeys(jwks: set), rules: .trial, now: { Forgery.now }))
    }

    /// The status of the reply to a token, with the code of an error: `401 credential-unknown`.
    func outcome(_ token: String?) async throws -> String {
        var fields = HTTPFields()
        if let token { fields[.authorization] = "Bearer \(token)" }
        let request = HTTPRequest(method: .get, scheme: "https", authority: "api.example", path: "/me", headerFields: fields)
        let reply = try await transport.send(request, body: [])
        let problem = try? JSONCoding.decode(Problem.self, from: reply.body)
        return problem.map { "\(reply.head.status.code) \($0.code)" } ?? "\(reply.head.status.code)"
    }
}

extension TokenRules {
    static let trial = TokenRules(issuer: Forgery.issuer, audience: Forgery.audience)
}

extension APIDescription.Credential {
    static let trial = APIDescription.Credential(name: "person", place: .header("X-Token"), form: .jwt)
}

extension TokenVerifier {
    /// The caller of a token sent as whatever credential.
    func caller(_ token: String) async throws -> Caller? {
        try await caller(presenting: token, as: .trial)
    }
}
