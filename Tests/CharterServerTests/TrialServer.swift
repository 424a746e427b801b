import CharterRuntime
import CharterServer
import CharterServerTesting
import HTTPTypes
import Hummingbird
import Logging

/// The trial API, served in this process to callers whose keys are known, on the first of May 2026.
struct TrialServer {
    static let reader = "pk_live_reader"
    static let writer = "sk_live_writer"
    static let admin = "sk_live_admin"
    static let powerless = "sk_live_powerless"
    static let otherAdmin = "sk_live_other"
    static let homeless = "sk_live_homeless"
    static let revoked = "sk_live_revoked"
    static let expired = "sk_live_expired"
    static let expiresLater = "sk_live_later"

    static let body = #"{"title": "Meetup", "startsAt": "2026-05-01T10:00:00Z"}"#

    let transport: InProcessTransport
    let log = RecordingLog()

    init(
        _ api: APIDescription = .trial,
        mount: (APIRoutes, Router<BasicRequestContext>) -> Void = { $0.register(on: $1) }
    ) throws {
        let now = Timestamp(secondsSinceEpoch: 1_777_593_600)
        var routes = APIRoutes(api, keys: try Self.keys(api, now), maximumBodySize: 1_000, clock: AdjustableClock(at: now))
        routes.addTrial()
        let router = Router()
        mount(routes, router)
        let log = log
        transport = InProcessTransport(router: router, logger: Logger(label: "trial") { _ in log })
    }

    private static func keys(_ api: APIDescription, _ now: Timestamp) throws -> InMemoryKeyStore {
        let keys = InMemoryKeyStore(api)
        var later = now
        later.nanoseconds = 1
        try keys.add(reader, id: "key-reader", kind: "publishable", scopes: ["READ"], tenant: "a")
        try keys.add(writer, id: "key-writer", kind: "secret", scopes: ["WRITE"], tenant: "a")
        try keys.add(admin, id: "key-admin", kind: "secret", scopes: ["ADMIN"], tenant: "a")
        try keys.add(powerless, id: "key-powerless", kind: "secret", scopes: [], tenant: "a")
        try keys.add(otherAdmin, id: "key-other", kind: "secret", scopes: ["ADMIN"], tenant: "b")
        try keys.add(homeless, id: "key-homeless", kind: "secret", scopes: ["ADMIN"], tenant: nil)
        try keys.add(revoked, id: "key-revoked", kind: "secret", scopes: ["ADMIN"], tenant: "a", revokedAt: now, expiresAt: now)
        try keys.add(expired, id: "key-expired", kind: "secret", scopes: ["ADMIN"], tenant: "a", expiresAt: now)
        try keys.add(expiresLater, id: "key-later", kind: "secret", scopes: ["ADMIN"], tenant: "a", expiresAt: later)
        return keys
    }

    /// Sends a request; a path without a slash in front is below the base path.
    func send(
        _ method: HTTPRequest.Method = .get,
        _ path: String,
        key: String? = nil,
        fields: HTTPFields = [:],
        body: String = ""
    ) async throws -> TrialReply {
        var request = HTTPRequest(
            method: method,
            scheme: "https",
            authority: "api.trial.example",
            path: path.hasPrefix("/") ? path : "/api/v1/" + path,
            headerFields: fields
        )
        if let key { request.headerFields[.apiKey] = key }
        if !body.isEmpty, !fields.contains(.contentType) { request.headerFields[.contentType] = "application/json" }
        return TrialReply(try await transport.send(request, body: Array(body.utf8)))
    }
}

extension HTTPField.Name {
    static var apiKey: HTTPField.Name { named("X-API-Key") }
    static var requestID: HTTPField.Name { named("X-Request-Id") }

    private static func named(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is a field name") }
        return name
    }
}
