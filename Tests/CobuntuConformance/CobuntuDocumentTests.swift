import CharterRuntime
import CharterServerTesting
import Foundation
import HTTPTypes
import Testing

/// The document that Cobuntu shows at the address that its documentation names.
@Suite("https://api.cobuntu.com/openapi.json")
struct CobuntuDocumentTests {
    @Test("is what is generated, byte by byte, to callers without a key")
    func bytes() async throws {
        let request = HTTPRequest(method: .get, scheme: "https", authority: "api.cobuntu.com", path: "/openapi.json")
        let reply = try await InMemoryCobuntu.transport().send(request, body: [])
        #expect(reply.head.status == .ok)
        let file = URL(fileURLWithPath: #filePath).appending(path: "../../../Generated/Cobuntu/openapi.json").standardized
        let generated = try Data(contentsOf: file)
        #expect(Data(reply.body) == generated)
    }
}
