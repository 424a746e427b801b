import CharterClient
import CharterRuntime
import HTTPTypes
import Testing

extension RunningRaven {
    /// Puts the clock of a demonstration forward.
    func advanceClock(bySeconds seconds: Int) async throws {
        #expect(try await post(to: fixtures?.control?.advanceClock, #"{"seconds": \#(seconds)}"#) == 200)
    }

    /// Puts the data of a demonstration back.
    func reset() async throws {
        #expect(try await post(to: fixtures?.control?.reset, "") == 204)
    }

    /// Asks for a path of its host, as nobody in particular.
    func get(_ path: String) async throws -> HTTPReply {
        let parts = baseURL.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).map(String.init)
        try #require(parts.count == 3)
        let request = HTTPRequest(method: .get, scheme: "http", authority: parts[1], path: path)
        return try await HTTPClientTransport.shared.send(request, body: [])
    }

    private func post(to url: String?, _ body: String) async throws -> Int {
        let parts = try #require(url).split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).map(String.init)
        try #require(parts.count == 3)
        var request = HTTPRequest(method: .post, scheme: "http", authority: parts[1], path: "/" + parts[2])
        request.headerFields[.contentType] = "application/json"
        return try await HTTPClientTransport.shared.send(request, body: Array(body.utf8)).head.status.code
    }
}
