import CharterClient
import CharterRuntime
import Foundation
import HTTPTypes
import RavenRoutes
import Testing

@Suite("What Raven Cloud serves beside its endpoints")
struct DocumentTests {
    @Test("anybody reads its description, and whether it is well", arguments: ["/v1/openapi.json", "/healthz"])
    func open(_ path: String) async throws {
        let raven = try await RunningRaven.demonstration()
        let reply = try await raven.get(path)
        #expect(reply.head.status == .ok)
        #expect(reply.head.headerFields[.contentType]?.hasPrefix("application/json") == true)
        guard path.hasSuffix("openapi.json") else { return }
        let document = try JSONCoding.decode(JSONValue.self, from: reply.body)
        #expect(document["openapi"] == .string("3.1.0"))
        #expect(document["info"]?["title"] == .string("Raven Cloud API"))
    }
}
