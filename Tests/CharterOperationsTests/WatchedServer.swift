import CharterRuntime
import CharterServerTesting
import HTTPTypes
import Hummingbird
import Logging
import Synchronization

@testable import CharterServer

/// An API served in this process, whose requests take a quarter of a second each by the stopwatch that they are measured with.
struct WatchedServer {
    static let start = Timestamp(secondsSinceEpoch: 1_777_593_600)
    /// Keys of the shop `acme`.
    static let secretKey = "sk_0123456789abcdef"
    static let publishableKey = "pk_0123456789abcdef"

    let log: RecordingLog
    private let transport: InProcessTransport

    init(
        _ api: APIDescription = .watched(),
        level: Logger.Level = .info,
        documents: [APIDocument] = [],
        health: Health? = nil,
        answer: @escaping @Sendable (AuthorizedRequest) async throws -> JSONValue = { _ in .null }
    ) throws {
        let router = try Self.router(api, documents: documents, answer: answer)
        health?.register(on: router)
        var log = RecordingLog()
        log.logLevel = level
        self.log = log
        transport = InProcessTransport(router: router, logger: Logger(label: "watched") { [log] _ in log })
    }

    static func router(
        _ api: APIDescription = .watched(),
        documents: [APIDocument] = [],
        answer: @escaping @Sendable (AuthorizedRequest) async throws -> JSONValue = { _ in .null }
    ) throws -> Router<BasicRequestContext> {
        let keys = InMemoryKeyStore(api)
        try keys.add(secretKey, id: "key-1", kind: "secret", scopes: ["READ", "WRITE"], tenant: "acme")
        try keys.add(publishableKey, id: "key-2", kind: "publishable", scopes: ["READ"], tenant: "acme")
        var routes = APIRoutes(api, keys: keys, clock: AdjustableClock(at: start))
        let readings = Mutex(0)
        let zero = ContinuousClock.now
        routes.stopwatch = {
            zero + .milliseconds(250)
                * readings.withLock { count in
                    count += 1
                    return count
                }
        }
        for endpoint in api.endpoints { routes.value(endpoint, answer) }
        for document in documents { routes.describe(by: document) }
        let router = Router()
        routes.register(on: router)
        return router
    }

    /// Sends a request to a path from the root of the server.
    func send(
        _ method: String,
        _ path: String,
        key: String? = nil,
        _ fields: KeyValuePairs<String, String> = [:]
    ) async throws -> HTTPReply {
        guard let method = HTTPRequest.Method(method) else { preconditionFailure("\(method) is no method") }
        var request = HTTPRequest(method: method, scheme: "https", authority: "watched.example", path: path)
        for (name, value) in fields { request.headerFields.append(.named(name, value)) }
        if let key { request.headerFields.append(.named("X-API-Key", key)) }
        let body = Array((method == .post ? "{}" : "").utf8)
        if !body.isEmpty { request.headerFields[.contentType] = "application/json" }
        return try await transport.send(request, body: body)
    }
}

extension HTTPField {
    static func named(_ name: String, _ value: String) -> HTTPField {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no field name") }
        return HTTPField(name: name, value: value)
    }
}

extension HTTPReply {
    var status: Int { head.status.code }
    var text: String { String(decoding: body, as: UTF8.self) }

    subscript(name: String) -> String? {
        HTTPField.Name(name).flatMap { head.headerFields[$0] }
    }
}
