import CharterClient
import CharterConformance
import CharterRuntime
import HTTPTypes
import RavenAPIClient
import RavenModels
import Testing

/// Every endpoint, called for another tenant's data.
@Suite("Tenants of Raven Cloud")
struct IsolationTests {
    private static let home = "birch-house"
    private static let other = "acme-co"

    @Test("nothing of a tenant is read or changed with the credentials of another")
    func foreigners() async throws {
        let raven = try await RunningRaven.demonstration()
        let secrets = try raven.folder.marks(of: Self.other)
        #expect(secrets.count > 200)
        let before = try raven.folder.everything(of: Self.other)
        for role in ["owner", "member"] {
            for endpoint in RavenEndpoints.all {
                for tenant in [Self.home, Self.other] {
                    let (reply, path) = try await call(endpoint, of: raven, role: role, naming: tenant)
                    // An error repeats the path that was asked for.
                    let text = String(decoding: reply.body, as: UTF8.self).replacing(path, with: "")
                    #expect(!secrets.contains { text.contains($0) }, "\(endpoint.id) as \(role), naming \(tenant): \(text.prefix(300))")
                    if !endpoint.pathParameters.isEmpty { #expect([403, 404].contains(reply.head.status.code), "\(endpoint.id)") }
                }
            }
        }
        #expect(try raven.folder.everything(of: Self.other) == before)
    }

    @Test("what was found by nobody else is there for its own")
    func owners() async throws {
        let raven = try await RunningRaven.demonstration()
        let service = try raven.service()
        let ada = try raven.person()
        #expect(try await service.getMessage(id: raven.parameter("getMessage", of: Self.other)).status != .queued)
        #expect(try await ada.getTenant(id: raven.parameter("getTenant", of: Self.other)).slug == Self.other)
        #expect(try await ada.revokeKey(id: raven.parameter("revokeKey", of: Self.other)).revokedAt != nil)
    }

    @Test("a cursor leads nowhere in another tenant's list")
    func cursors() async throws {
        let raven = try await RunningRaven.demonstration()
        let cursor = try #require(try await raven.service(Self.other).listMessages(limit: 1).first().next)
        let birch = try raven.service(Self.home)
        #expect(await refusal { () throws(ClientError) in try await birch.listMessages(cursor: cursor).first() } == "400")
    }

    @Test("a suspended tenant is served to nobody, and again when it is resumed")
    func suspension() async throws {
        let raven = try await RunningRaven.demonstration()
        let service = try raven.service("cedar-mill")
        let owner = try raven.person(of: "cedar-mill")
        let key = raven.parameter("revokeKey", of: "cedar-mill")
        let message = MessageCreate(channel: .sms, to: "+351912345678", text: "Hello")
        func outcomes() async -> [String?] {
            [
                await refusal { () throws(ClientError) in try await service.listMessages(limit: 1).first() },
                await refusal { () throws(ClientError) in try await service.sendMessage(body: message) },
                await refusal { () throws(ClientError) in try await owner.listKeys(limit: 1).first() },
                await refusal { () throws(ClientError) in try await owner.createKey(body: TenantKeyCreate(name: "Late")) },
                await refusal { () throws(ClientError) in try await owner.revokeKey(id: key) },
            ]
        }
        #expect(await outcomes() == ["403", "403", "403", "403", "403"])
        #expect(try await RavenTool(raven).run("tenants", "resume", "cedar-mill").status == 0)
        #expect(await outcomes() == [nil, nil, nil, nil, nil])
        #expect(try await RavenTool(raven).run("tenants", "suspend", "cedar-mill").status == 0)
        #expect(await outcomes() == ["403", "403", "403", "403", "403"])
    }

    /// Calls an endpoint with credentials of one tenant for what another has.
    private func call(
        _ endpoint: APIDescription.Endpoint,
        of raven: RunningRaven,
        role: String,
        naming tenant: String
    ) async throws -> (reply: HTTPReply, path: String) {
        var path = ""
        for segment in endpoint.path.segments {
            switch segment {
            case .literal(let text): path += "/\(text)"
            case .parameter(let name): path += "/\(raven.fixtures?.parameters[Self.other]?[endpoint.id]?[name] ?? "")"
            }
        }
        let isService = endpoint.path.segments.first == .literal("messages")
        let credential = try raven.credential(isService ? "live" : "person", of: Self.home, role: isService ? nil : role)
        let url = try #require(URLParts(raven.baseURL))
        var request = HTTPRequest(method: endpoint.method, scheme: "http", authority: url.authority, path: url.path + path)
        let own = ["X-App-Name": "tests", "X-Tenant-Slug": tenant, "Content-Type": "application/json"]
        for (name, value) in credential.headers.merging(own, uniquingKeysWith: { first, _ in first }) {
            HTTPField.Name(name).map { request.headerFields[$0] = value }
        }
        let bodies = [
            "sendMessage": #"{"channel": "sms", "to": "+351912345678", "text": "Hello"}"#,
            "createTenant": #"{"name": "Theirs", "slug": "acme-co"}"#,
            "createKey": #"{"name": "Theirs"}"#,
        ]
        return (try await HTTPClientTransport.shared.send(request, body: Array((bodies[endpoint.id] ?? "").utf8)), url.path + path)
    }
}

/// The parts of a URL of tests.
private struct URLParts {
    let authority: String
    let path: String

    init?(_ url: String) {
        let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).map(String.init)
        guard parts.count == 3 else { return nil }
        (authority, path) = (parts[1], "/" + parts[2])
    }
}

extension TemporaryFolder {
    /// Texts that stand in a tenant's data and nowhere else.
    fileprivate func marks(of tenant: String) throws -> [String] {
        let own = "(SELECT number FROM tenants WHERE slug = '\(tenant)')"
        return try rows(
            """
            SELECT id FROM tenants WHERE slug = '\(tenant)' UNION ALL SELECT id FROM messages WHERE tenant = \(own)
            UNION ALL SELECT id FROM charter_keys WHERE tenant = '\(tenant)'
            """
        ).map { String($0[0].filter { $0 != "\"" }) }
    }

    /// All that a tenant has.
    fileprivate func everything(of tenant: String) throws -> [[[String]]] {
        let own = "(SELECT number FROM tenants WHERE slug = '\(tenant)')"
        return try [
            rows("SELECT * FROM tenants WHERE slug = '\(tenant)'"), rows("SELECT * FROM messages WHERE tenant = \(own) ORDER BY number"),
            rows("SELECT * FROM memberships WHERE tenant = \(own) ORDER BY person"),
            rows("SELECT * FROM charter_keys WHERE tenant = '\(tenant)' ORDER BY id"),
            rows("SELECT * FROM charter_tallies WHERE partition_name LIKE '%\(tenant)' ORDER BY limit_name"),
        ]
    }
}
