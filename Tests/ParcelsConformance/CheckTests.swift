import CharterConformance
import CharterRuntime
import HTTPTypes
import ParcelsModels
import Testing

/// That the checks notice what they are for.
@Suite("Checks of Parcels")
struct CheckTests {
    private func outcome(of check: String, through transport: any HTTPTransport) async throws -> String {
        let suite = ConformanceSuite(.parcels, server: ServerUnderTest(transport: transport, fixtures: .parcels))
        let result = await suite.run(try #require(suite.check(named: check)))
        return "\(result.outcome.rawValue) \(result.actual.prefix { $0 != "(" })"
    }

    @Test("a shipment that a stranger can delete is noticed, though the reply is the documented one")
    func foreignDeletion() async throws {
        let sound = try InMemoryParcels.transport()
        let good = try await outcome(of: "cancelShipment/foreign-tenant", through: sound)
        #expect(good.hasPrefix("passed status 200, application/json"))
        let careless = CarelessTransport(server: try InMemoryParcels.transport())
        let bad = try await outcome(of: "cancelShipment/foreign-tenant", through: careless)
        #expect(bad.hasPrefix("failed the status is 404"))
    }

    @Test("a server that takes the keys of another environment is noticed")
    func otherEnvironment() async throws {
        let sandbox = try InMemoryParcels.transport(as: "sandbox")
        let outcome = try await self.outcome(of: "listWebhooks/other-environment/test", through: sandbox)
        #expect(outcome.hasPrefix("failed the status is"))
    }

    @Test("a server that lets any version pass is noticed", arguments: ["missing-version", "unknown-version"])
    func version(_ check: String) async throws {
        let lax = LaxTransport(server: try InMemoryParcels.transport())
        #expect(try await outcome(of: "listWebhooks/\(check)", through: lax).hasPrefix("failed the status is 200"))
    }

    @Test("a refusal without the header fields of every reply is noticed")
    func commonFields() async throws {
        let silent = SilentTransport(server: try InMemoryParcels.transport())
        let outcome = try await self.outcome(of: "listWebhooks/missing-credential", through: silent)
        #expect(outcome.hasPrefix("failed there is no X-Request-Id"))
    }
}

/// Leads requests to a server that does not look at their versions.
private struct LaxTransport: HTTPTransport {
    let server: any HTTPTransport

    func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
        var request = request
        if let name = HTTPField.Name("X-Api-Version") { request.headerFields[name] = "2026-05-01" }
        return try await server.send(request, body: body)
    }
}

/// Loses the identifiers of requests on the way back.
private struct SilentTransport: HTTPTransport {
    let server: any HTTPTransport

    func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
        var reply = try await server.send(request, body: body)
        if let name = HTTPField.Name("X-Request-Id") { reply.head.headerFields[name] = nil }
        return reply
    }
}
