import CharterClient
import CharterConformance
import CharterRuntime
import HTTPTypes

extension RavenServerUnderTest {
    /// Starts a server of its own for one test, at a port and over a database file.
    static func start() async throws -> ServerUnderTest {
        let raven = try await RunningRaven.demonstration()
        guard let fixtures = raven.fixtures else { throw CancellationError() }
        return ServerUnderTest(transport: KeepingTransport(raven: raven), fixtures: fixtures)
    }
}

/// A way over the network that keeps the server running as long as somebody can use it.
private struct KeepingTransport: HTTPTransport {
    let raven: RunningRaven

    func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
        try await HTTPClientTransport.shared.send(request, body: body)
    }
}
