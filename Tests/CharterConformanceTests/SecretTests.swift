@testable import CharterConformance
import CharterRuntime
import Testing

@Suite("reports show no secret")
struct SecretTests {
    private static let claims = "eyJzdWIiOiJhZGEiLCJyb2xlIjoic3RhZmYifQ"
    private static let signature = "q0rQ3bXbq1Zt6jmYw2G8cXlMSbXkqZ3t5uJ0gP7vKkE"
    private static let token = "eyJhbGciOiJIUzI1NiJ9.\(claims).\(signature)"
    private static let application = "app-4be1c9d2"

    /// The shop, whose people have tokens of three parts and send another key beside them, in a header field or the query.
    private var fixtures: Fixtures {
        var fixtures = Shop.fixtures
        for index in fixtures.credentials.indices where fixtures.credentials[index].kind == "person" {
            fixtures.credentials[index].headers = [
                "authorization": "Bearer \(Self.token)", "X-App": Self.application, "X-Shop": "oslo-harbour", "X-Version": "2026-05-01",
                "Content-Type": "application/json",
            ]
            fixtures.credentials[index].query = ["app_secret": "query-77ab0c"]
        }
        return fixtures
    }

    private func text(_ name: String, _ server: any HTTPTransport = ShopServer()) async throws -> String {
        let suite = ConformanceSuite(Shop.api, server: ServerUnderTest(transport: server, fixtures: fixtures))
        return String(
            decoding: try JSONCoding.encode(await suite.run(try #require(suite.checks.first { $0.name.hasPrefix(name) }))),
            as: UTF8.self
        )
    }

    @Test("of a token whose signature a check has changed, or left out", arguments: ["other-signature", "none-signature"])
    func token(check: String) async throws {
        let text = try await text("listOrders/\(check)")
        #expect(text.contains("curl -i") && text.contains("Authorization: Bearer ey"), "\(text)")
        #expect(!text.contains(Self.claims) && !text.contains(Self.signature.dropFirst()), "\(text)")
    }

    @Test("in a large body, or with an accent behind it that makes its last letter another character")
    func bytes() {
        let redaction = Redaction(of: fixtures, in: Shop.api)
        let filler = String(repeating: "e", count: 100_000)
        #expect(redaction.apply(to: "\(filler)\(Self.application)\u{301}\(filler)") == "\(filler)…\u{301}\(filler)")
        #expect(redaction.apply(to: "\(Self.application)\(Self.application)") == "……")
        #expect(redaction.apply(to: "é") == "é")
    }

    @Test("that the server has just made: what stands behind the prefix of a kind of key")
    func made() throws {
        let redaction = Redaction(of: fixtures, in: Shop.api)
        let prefix = try #require(Shop.api.credentials.flatMap(\.kinds).map(\.prefix).first { !$0.isEmpty })
        #expect(redaction.apply(toReply: "{\"key\":\"\(prefix)Zk93hfQ0a_x-1\"}") == "{\"key\":\"\(prefix)…\"}")
        #expect(redaction.apply(toReply: "\(prefix)short and \(prefix)") == "\(prefix)short and \(prefix)")
    }

    @Test("that stands beside a key; what the contract names tenants and versions by is none")
    func companions() async throws {
        let text = try await text("look/response-shape")
        #expect(text.contains("X-App: …") && text.contains("app_secret=…"), "\(text)")
        #expect(!text.contains(Self.application) && !text.contains("query-77ab0c"))
        #expect(text.contains("X-Version: 2026-05-01"), "\(text)")
    }

    @Test("that the server repeats")
    func repeated() async throws {
        let text = try await text("look/response-shape", Recorder(.json(#"{"app":"\#(Self.application)"}"#)))
        #expect(text.contains("failed") && !text.contains(Self.application), "\(text)")
    }
}
