import CharterRuntime
import HTTPTypes
import StrictClient
import StrictModels
import Testing

/// Answers every request with a number.
private struct Scales: HTTPTransport {
    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        HTTPReply(head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: Array("0.5".utf8))
    }
}

@Suite("A client in a module beside its models, both for this package alone")
struct StrictClientTests {
    @Test("can be called")
    func call() async throws {
        let client = OdditiesClient(key: try ReaderKey("r_1"), transport: Scales())
        let weight = try await client.weigh(id: UniqueID(), aPathParameterWhoseNameHasExactlySixtyCharactersInItForTests: 3)
        #expect(weight == 0.5)
    }

    @Test("sees the models")
    func models() {
        #expect(Kind(rawValue: "plain") == .plain)
    }
}
