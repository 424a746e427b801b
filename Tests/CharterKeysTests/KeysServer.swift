import CharterRuntime
import CharterServer
import CharterServerTesting
import HTTPTypes
import Hummingbird
import Logging
import Synchronization

/// An API served in this process, whose endpoints answer with the identifier of the caller's key, by a clock that the test drives.
final class KeysServer: Sendable {
    static let start = Timestamp(secondsSinceEpoch: 1_777_593_600)

    let api: APIDescription
    let tokens = InMemoryTokenVerifier()
    let log = RecordingLog()
    private let clock: DrivenClock
    private let transport: InProcessTransport

    init(_ api: APIDescription, _ keys: some KeyStore, clock: DrivenClock = DrivenClock(), failingWith error: (any Error)? = nil) {
        self.api = api
        self.clock = clock
        var routes = APIRoutes(api, keys: keys, tokens: tokens, clock: clock)
        for endpoint in api.endpoints {
            let answer: @Sendable (AuthorizedRequest) async throws -> String? = { request in
                if let error { throw error }
                return request.caller.keyID
            }
            if api.keepsEffects(of: endpoint) {
                routes.value(endpoint, { $0 }, in: InMemoryEffects(clock: clock)) { request, _, _ in try await answer(request) }
            } else {
                routes.value(endpoint, answer)
            }
        }
        let router = Router()
        routes.register(on: router)
        let log = log
        transport = InProcessTransport(router: router, logger: Logger(label: "keys") { _ in log })
    }

    /// Sends a request to a path below the base path.
    func send(
        _ method: HTTPRequest.Method = .get,
        _ path: String = "/things",
        key: String? = nil,
        _ fields: KeyValuePairs<String, String> = [:]
    ) async throws -> HTTPReply {
        var request = HTTPRequest(method: method, scheme: "https", authority: "keys.example", path: "/v1" + path)
        for (name, value) in fields { request.headerFields.append(.named(name, value)) }
        if let key { request.headerFields.append(.named("X-API-Key", key)) }
        return try await transport.send(request, body: [])
    }
}

/// A clock that stands still until a test moves it.
final class DrivenClock: ServerClock {
    private let instant = Mutex(KeysServer.start)

    var now: Timestamp { instant.withLock { $0 } }
    var steadyNanoseconds: Int64 { now.nanosecondsSinceEpoch }

    func advance(seconds: Int64) {
        instant.withLock { $0.secondsSinceEpoch += seconds }
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

    /// The status and the code of an error, such as `401 credential-expired`; of other replies the status alone.
    var outcome: String {
        let problem = try? JSONCoding.decode(Problem.self, from: body)
        return problem.map { "\(status) \($0.code)" } ?? "\(status)"
    }

    /// The values of a header field, joined.
    subscript(name: String) -> String? {
        HTTPField.Name(name).flatMap { head.headerFields[$0] }
    }
}
