import CharterRuntime
import CharterServer
import CharterServerTesting
import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// A server of its own for one request that has some faults, and what it answers.
struct OrderProbe {
    let subject: OrderSubject
    let faults: Set<OrderSubject.Stage>

    /// How a request was answered.
    struct Outcome: Equatable {
        var status: Int
        /// The code of the error; nil for no error.
        var code: String?
        /// The first field that is told to be at fault.
        var field: String?
        /// Whether the handler saw the request.
        var isHandled: Bool
    }

    /// Sends the request.
    ///
    /// Where a limit is to have nothing left, or a key to be used, another request has seen to that.
    func outcome() async throws -> Outcome {
        let handled = Mutex(0)
        let (transport, tenants) = try serve { handled.withLock { $0 += 1 } }
        if !faults.isDisjoint(with: [.throttles, .quotas, .idempotency]) {
            let once = faults.contains(.idempotency) ? Self.once : "3b1d0c1c-63f0-4a56-a9a5-9d4a2f1f7c11"
            let first = try await transport.send(request([], "first", once: once), body: body(subject.otherBody, once: once))
            guard first.head.status.kind == .successful else {
                throw UnexpectedRefusal(reply: String(decoding: first.body, as: UTF8.self))
            }
        }
        if faults.contains(.tenant) { tenants.suspend(subject.tenant) }
        let before = handled.withLock(\.self)
        let text = faults.contains(.body) ? subject.brokenBody : subject.body
        let reply = try await transport.send(
            request(faults, "probe", once: Self.once),
            body: body(text, isLarge: faults.contains(.size), once: Self.once)
        )
        let problem = try? JSONCoding.decode(Problem.self, from: reply.body)
        return Outcome(
            status: reply.head.status.code,
            code: problem?.code,
            field: problem?.errors?.first?.field,
            isHandled: handled.withLock(\.self) > before
        )
    }

    /// An idempotency key that every convention of the subjects takes.
    private static let once = "5d0cb1c2-63f0-4a56-a9a5-9d4a2f1f7c10"

    /// What must be let through is not.
    struct UnexpectedRefusal: Error {
        let reply: String
    }

    private var endpoint: APIDescription.Endpoint {
        subject.api.endpoints.first { $0.id == subject.endpoint } ?? subject.api.endpoints[0]
    }

    // MARK: The server

    private func serve(_ note: @escaping @Sendable () -> Void) throws -> (InProcessTransport, InMemoryTenantDirectory) {
        let api = api
        let keys = OrderKeys()
        let tokens = InMemoryTokenVerifier()
        for (name, sender) in [("first", []), ("probe", faults)] as [(String, Set<OrderSubject.Stage>)] where !sender.contains(.credentials)
        {
            for caller in callers(sender) { add(caller, text(of: caller, name), sender, keys, tokens) }
        }
        let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_593_600))
        let tenants = InMemoryTenantDirectory()
        var routes = APIRoutes(api, keys: keys, tokens: tokens, tenants: tenants, clock: clock, quotas: InMemoryLimitStore(clock: clock))
        let reply = JSONValue.object(["id": .string("1")])
        if api.keepsEffects(of: endpoint) {
            routes.value(endpoint, { try $0.body() as JSONValue }, payload: { $0 }, in: InMemoryEffects(clock: clock)) { _, _, _ in
                note()
                return reply
            }
        } else {
            routes.value(endpoint) { _ in
                note()
                return reply
            }
        }
        let router = Router()
        routes.register(on: router)
        return (InProcessTransport(router: router), tenants)
    }

    /// The API with errors that all read alike, and limits that let one pass where it is to be the last, and else do not matter.
    private var api: APIDescription {
        var api = subject.api
        api.errors = .problem
        for index in api.limits.indices {
            let isExhausted = faults.contains(api.limits[index].counts == .effects ? .quotas : .throttles)
            api.limits[index].allow = isExhausted ? 1 : 1_000
            api.limits[index].allowByPlan = [:]
            (api.limits[index].burst, api.limits[index].burstByPlan) = (nil, [:])
        }
        return api
    }

    // MARK: Callers

    private struct Sender {
        var credential: APIDescription.Credential
        var kind: APIDescription.KeyKind?
    }

    private func callers(_ faults: Set<OrderSubject.Stage>) -> [Sender] {
        (faults.contains(.kind) ? subject.closedKinds : subject.callers).flatMap { name in
            subject.api.credentials.flatMap { credential -> [Sender] in
                if credential.name == name, credential.kinds.isEmpty { return [Sender(credential: credential)] }
                return credential.kinds.filter { $0.name == name }.map { Sender(credential: credential, kind: $0) }
            }
        }
    }

    /// The text of a key or token; those of one sender differ from those of the other.
    private func text(of caller: Sender, _ name: String) -> String {
        guard let kind = caller.kind else { return "e30.\(name).c2ln" }
        let length = kind.form.flatMap { $0.firstMatch(of: /\{(\d+)\}/).flatMap { Int($0.1) } } ?? 24
        return kind.prefix + String(repeating: name.first.map { $0 == "f" ? "1" : "2" } ?? "0", count: length)
    }

    private func add(
        _ caller: Sender,
        _ text: String,
        _ faults: Set<OrderSubject.Stage>,
        _ keys: OrderKeys,
        _ tokens: InMemoryTokenVerifier
    ) {
        let tenant = faults.contains(.tenant) && place(of: caller.credential) != .credential ? "elsewhere" : subject.tenant
        let scopes: Set<String> = faults.contains(.scope) ? [] : Set(subject.api.scopes.map(\.name))
        let role = faults.contains(.role) ? subject.roles.other : subject.roles.opening
        let roles: CallerRoles = caller.credential.roles.isEmpty ? [] : [subject.tenant: [role], "elsewhere": [role]]
        if let kind = caller.kind {
            // Both senders are one and the same to limits.
            keys.add(text, StoredKey(id: "key", kind: kind.name, scopes: scopes, roles: roles, user: "ann", tenant: tenant))
        } else {
            tokens.add(text, for: Caller(keyID: nil, kind: nil, scopes: scopes, roles: roles, user: "ann", tenant: tenant))
        }
    }

    private func place(of credential: APIDescription.Credential) -> APIDescription.Tenancy.Place? {
        subject.api.tenancy?.place(forCredential: credential.name)
    }

    // MARK: The request

    private func request(_ faults: Set<OrderSubject.Stage>, _ name: String, once: String) -> HTTPRequest {
        let base = subject.api.servers[0].url.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3).map { "/\($0)" }.joined()
        let path = faults.contains(.parameters) ? subject.brokenPath ?? subject.path : subject.path
        var fields = subject.fields
        if faults.contains(.parameters) { fields.merge(subject.brokenFields) { $1 } }
        if endpoint.requestBody != nil { fields["Content-Type"] = faults.contains(.mediaType) ? "text/plain" : "application/json" }
        if case .header(let name) = endpoint.idempotency?.place { fields[name] = once }
        for caller in callers(faults) {
            let key = text(of: caller, name)
            switch caller.credential.place {
            case .header(let field): fields[field] = key
            case .scheme(let word, let field): fields[field] = "\(word) \(key)"
            case .basic, .query: preconditionFailure("no subject has its credential there")
            }
        }
        var request = HTTPRequest(method: endpoint.method, scheme: "https", authority: "api.example", path: base + path)
        for (name, value) in fields { HTTPField.Name(name).map { request.headerFields[$0] = value } }
        return request
    }

    private func body(_ members: String, isLarge: Bool = false, once: String) -> [UInt8] {
        guard endpoint.requestBody != nil else { return [] }
        var key = ""
        if case .field(let name) = endpoint.idempotency?.place { key = #", "\#(name)": "\#(once)""# }
        // Space behind the value changes nothing but the size.
        return Array("{\(members)\(key)}".utf8) + (isLarge ? [UInt8](repeating: UInt8(ascii: " "), count: 2_000_000) : [])
    }
}
