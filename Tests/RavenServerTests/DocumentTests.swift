import CharterClient
import CharterRuntime
import Foundation
import HTTPTypes
import RavenModels
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
    }

    @Test("its description is the published one, byte by byte")
    func published() async throws {
        let raven = try await RunningRaven.demonstration()
        let reply = try await raven.get("/v1/openapi.json")
        let folder = URL(fileURLWithPath: #filePath).appending(path: "../../../spec/published/raven").standardized
        let release = try Data(contentsOf: folder.appending(path: "\(APIDescription.raven.version)/openapi.json"))
        #expect(Data(reply.body) == release)
        #expect(try Data(contentsOf: folder.appending(path: "openapi.json")) == release)
    }
}
