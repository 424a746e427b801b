import CharterRuntime
import CharterServerTesting
import HTTPTypes
import Hummingbird
import Logging
import Synchronization

@testable import CharterServer

/// A server of things with limits, in this process, on a clock that the test drives.
///
/// `GET /things` takes a key, `POST /things` a key and a body, `GET /people` the token of a person, `GET /visits` nothing, and `GET /things/:id` finds nothing under
/// `gone`; each says what its own limits are by the test.
struct LimitedServer {
    typealias Limit = APIDescription.Limit

    let clock: AdjustableClock
    let keys: InMemoryKeyStore
    let tokens = InMemoryTokenVerifier()
    let log = ErrorLog()
    let transport: InProcessTransport

    init(
        _ limits: [Limit],
        ofKeys: [String] = [],
        ofEndpoints: [String] = [],
        headers: APIDescription.LimitHeaders = .init(retryAfter: true),
        clock: AdjustableClock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_593_600)),
        tenants: (any TenantDirectory)? = nil,
        quotas: (any LimitStore)? = nil,
        address: ClientAddress = .ofConnection,
        knowsAddresses: Bool = true,
        isComplete: Bool = true,
        _ change: (inout APIDescription) -> Void = { _ in }
    ) {
        let api = Self.api(limits, ofKeys: ofKeys, ofEndpoints: ofEndpoints, headers: headers, change)
        keys = InMemoryKeyStore(api)
        self.clock = clock
        var routes = APIRoutes(api, keys: keys, tokens: tokens, tenants: tenants, clock: clock, quotas: quotas, address: address)
        for endpoint in api.endpoints {
            routes.value(endpoint) { request in
                if endpoint.id == "getThing", try request.path("id") as String == "gone" { throw Refusal.notFound }
                return JSONValue.boolean(true)
            }
        }
        let log = log
        let logger = Logger(label: "limited") { _ in log }
        if knowsAddresses {
            let router = Router(context: AddressedRequestContext.self)
            if isComplete { routes.register(on: router) } else { routes.mount(on: router) }
            transport = InProcessTransport(router: router, logger: logger)
        } else {
            let router = Router()
            routes.mount(on: router)
            transport = InProcessTransport(router: router, logger: logger)
        }
        for name in ["a", "b"] {
            try? keys.add(name, id: "key-\(name)", kind: nil, credential: "key", scopes: ["READ"], tenant: "acme")
            tokens.add("x.\(name).z", for: Caller(keyID: nil, kind: nil, scopes: [], user: name, tenant: "acme"))
        }
        try? keys.add("powerless", id: "powerless", kind: nil, credential: "key", scopes: [], tenant: "acme")
        try? keys.add("other", id: "other", kind: nil, credential: "key", scopes: ["READ"], tenant: "birch")
    }

    static func api(
        _ limits: [Limit],
        ofKeys: [String] = [],
        ofEndpoints: [String] = [],
        headers: APIDescription.LimitHeaders = .init(retryAfter: true),
        _ change: (inout APIDescription) -> Void = { _ in }
    ) -> APIDescription {
        .limited(limits, headers: headers) { api in
            api.credentials = [
                .init(name: "key", place: .header("X-Key"), holds: .all, limits: ofKeys),
                .init(name: "device", place: .header("X-Device"), holds: .all),
                .init(name: "person", place: .scheme("Bearer", header: "Authorization"), form: .jwt, holds: .all),
            ]
            api.scopes = [.init(name: "READ", about: "Read")]
            api.tenancy = .init(name: "shop", place: .credential, foreignStatus: 403)
            api.endpoints = [
                endpoint("getThings", .get, "/things", .one("key")), endpoint("createThing", .post, "/things", .one("key")),
                endpoint("getThing", .get, "/things/:id", .one("key")), endpoint("getPeople", .get, "/people", .one("person")),
                endpoint("getVisits", .get, "/visits", .none),
            ]
            for index in api.endpoints.indices { api.endpoints[index].limits = ofEndpoints }
            change(&api)
        }
    }

    private static func endpoint(
        _ id: String,
        _ method: APIDescription.Method,
        _ path: APIDescription.PathTemplate,
        _ auth: APIDescription.Requirement
    ) -> APIDescription.Endpoint {
        let body = APIDescription.RequestBody(schema: .object([.init("n", .integer())]), example: #"{"n": 1}"#)
        return APIDescription.Endpoint(
            id: id,
            method: method,
            path: path,
            summary: id,
            auth: auth,
            scope: auth == .one("key") ? .one("READ") : .none,
            tenancy: auth == .none ? .none : .tenant,
            pathParameters: id == "getThing" ? [.init(name: "id", schema: .string(), isRequired: true)] : [],
            requestBody: method == .post ? body : nil,
            success: .init(status: 200, body: .any)
        )
    }

    /// Sends a request and says its status, with the code of an error.
    func send(
        _ method: HTTPRequest.Method = .get,
        _ path: String = "/things",
        key: String? = nil,
        from address: String? = nil,
        _ fields: KeyValuePairs<String, String> = [:],
        body: String = ""
    ) async throws -> HTTPReply {
        var request = HTTPRequest(method: method, scheme: "https", authority: "limited.example", path: path)
        if let key { request.headerFields[.named("X-Key")] = key }
        for (name, value) in fields { request.headerFields.append(HTTPField(name: .named(name), value: value)) }
        if !body.isEmpty { request.headerFields[.contentType] = "application/json" }
        return try await (address.map(transport.from) ?? transport).send(request, body: Array(body.utf8))
    }

    /// How many of so many equal requests pass.
    func passing(of count: Int, _ path: String = "/things", key: String? = nil, from address: String? = nil) async throws -> Int {
        var passing = 0
        for _ in 0..<count where try await send(.get, path, key: key, from: address).head.status == .ok { passing += 1 }
        return passing
    }
}

extension APIDescription.Limit {
    /// A throttle of so many in a sliding window.
    static func of(
        _ name: String,
        allow: Int?,
        seconds: Int = 10,
        by partition: Partition = .key,
        _ change: (inout APIDescription.Limit) -> Void = { _ in }
    ) -> APIDescription.Limit {
        var limit = APIDescription.Limit(
            name: name,
            allow: allow,
            window: .sliding(seconds: seconds),
            partition: partition,
            kind: .throttle
        )
        change(&limit)
        return limit
    }
}

extension HTTPField.Name {
    static func named(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no field name") }
        return name
    }
}

extension HTTPReply {
    /// The status and the code of an error, such as `429 limit-exceeded`; of other replies the status alone.
    var outcome: String {
        let problem = try? JSONCoding.decode(Problem.self, from: body)
        return problem.map { "\(head.status.code) \($0.code)" } ?? "\(head.status.code)"
    }

    subscript(name: String) -> String? { head.headerFields[.named(name)] }
}

/// Keeps what a server logs as errors; copies share it.
struct ErrorLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .error
    private let kept = Entries()

    var text: String { kept.texts.withLock { $0.joined(separator: "\n") } }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        kept.texts.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
    }

    private final class Entries: Sendable {
        let texts = Mutex<[String]>([])
    }
}
