import CharterRuntime
import CharterServerTesting
import HTTPTypes
import Hummingbird

@testable import CharterServer

/// A small API, served in this process on the first of May 2026; its endpoints answer as the test says, or what they were given.
struct SmallServer {
    static let now = Timestamp(secondsSinceEpoch: 1_777_593_600, nanoseconds: 123_456_000)

    let keys: InMemoryKeyStore
    let tokens = InMemoryTokenVerifier()
    private let transport: InProcessTransport

    /// Serves an API; without routes of its own each endpoint answers its body, or its caller.
    init(
        _ api: APIDescription,
        server: String? = nil,
        publicURL: String? = nil,
        hasTokens: Bool = true,
        tenants: (any TenantDirectory)? = nil,
        _ add: ((inout APIRoutes, APIDescription) -> Void)? = nil
    ) {
        let keys = InMemoryKeyStore(api)
        self.keys = keys
        var routes = APIRoutes(
            api,
            keys: keys,
            tokens: hasTokens ? tokens : nil,
            tenants: tenants,
            server: server,
            publicURL: publicURL,
            clock: AdjustableClock(at: Self.now)
        )
        if let add {
            add(&routes, api)
        } else {
            for endpoint in api.endpoints {
                if endpoint.requestBody == nil {
                    routes.answer(endpoint) { SmallEcho($0) }
                } else {
                    routes.answer(endpoint) { try $0.body() as JSONValue }
                }
            }
        }
        let router = Router()
        // What some tests leave out, to see that nothing is let through without it.
        let isComplete = hasTokens && (tenants != nil || api.tenancy?.suspendedStatus == nil)
        if isComplete { routes.register(on: router) } else { routes.mount(on: router) }
        transport = InProcessTransport(router: router)
    }

    /// Sends a request to a path below the base path.
    func send(
        _ method: HTTPRequest.Method = .get,
        _ path: String = "/things",
        _ fields: HTTPFields = [:],
        origin: (scheme: String, authority: String) = ("https", "small.example"),
        body: String = ""
    ) async throws -> TrialReply {
        var request = HTTPRequest(
            method: method,
            scheme: origin.scheme,
            authority: origin.authority,
            path: "/v1" + path,
            headerFields: fields
        )
        if !body.isEmpty, !fields.contains(.contentType) { request.headerFields[.contentType] = "application/json" }
        return TrialReply(try await transport.send(request, body: Array(body.utf8)))
    }

    /// Sends a body, of that media type and as it stands, to `/things`.
    func post(_ body: [UInt8], as type: String) async throws -> TrialReply {
        let request = HTTPRequest(
            method: .post,
            scheme: "https",
            authority: "small.example",
            path: "/v1/things",
            headerFields: .of(("Content-Type", type))
        )
        return TrialReply(try await transport.send(request, body: body))
    }
}

/// Who was let in, and for which tenant.
struct SmallEcho: Equatable {
    var credential: String?
    var key: String?
    var user: String?
    var tenant: String?
    /// The tenant of the caller, then the others by name.
    var callerTenants: [String]
    /// The tenant as the caller says it, which is all that generated handlers get.
    var callerTenant: String?

    init(_ request: AuthorizedRequest) {
        credential = request.caller.credential
        key = request.caller.keyID
        user = request.caller.user
        tenant = request.tenant
        callerTenants = [request.caller.tenant].compactMap(\.self) + request.caller.otherTenants.sorted()
        callerTenant = request.caller.tenant
    }
}

extension SmallEcho: JSONCodable {
    init(from json: inout JSONReader) throws(JSONFault) {
        var members = try json.members(["credential", "key", "user", "tenant", "callerTenants", "callerTenant"], required: [4])
        var tenants: [String]?
        while let member = try members.next(&json) {
            switch member {
            case 0: credential = try json.optional()
            case 1: key = try json.optional()
            case 2: user = try json.optional()
            case 3: tenant = try json.optional()
            case 4: json.read(&tenants)
            default: callerTenant = try json.optional()
            }
        }
        callerTenants = members.required(tenants)
    }

    func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("credential", credential)
        json.member("key", key)
        json.member("user", user)
        json.member("tenant", tenant)
        json.member("callerTenants", callerTenants)
        json.member("callerTenant", callerTenant)
        json.closeObject()
    }
}

extension TrialReply {
    /// What an endpoint of a small API was given.
    var echo: SmallEcho? { try? JSONCoding.decode(SmallEcho.self, from: body) }

    /// The value of a header field.
    subscript(name: String) -> String? {
        HTTPField.Name(name).flatMap { head.headerFields[$0] }
    }
}

extension HTTPFields {
    /// Fields by the text of their names.
    static func of(_ fields: (String, String)...) -> HTTPFields {
        var all = HTTPFields()
        for (name, value) in fields {
            guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no field name") }
            all.append(HTTPField(name: name, value: value))
        }
        return all
    }
}
