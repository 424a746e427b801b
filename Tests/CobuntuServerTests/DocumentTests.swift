import CharterClient
import CharterRuntime
import CobuntuModels
import Foundation
import HTTPTypes
import Testing

@Suite("What Cobuntu serves beside its endpoints")
struct DocumentTests {
    @Test("anybody reads the published description, byte by byte")
    func published() async throws {
        try await RunningCobuntu.run { cobuntu in
            let url = try #require(URL(string: cobuntu.fixtures.baseURL))
            let authority = "\(try #require(url.host())):\(try #require(url.port))"
            let request = HTTPRequest(method: .get, scheme: "http", authority: authority, path: "/openapi.json")
            let reply = try await HTTPClientTransport.shared.send(request, body: [])
            #expect(reply.head.status == .ok)
            let folder = URL(fileURLWithPath: #filePath).appending(path: "../../../spec/published/cobuntu").standardized
            let release = try Data(contentsOf: folder.appending(path: "\(APIDescription.cobuntu.version)/openapi.json"))
            #expect(Data(reply.body) == release)
            #expect(try Data(contentsOf: folder.appending(path: "openapi.json")) == release)
        }
    }
}
