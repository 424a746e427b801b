import CharterClient
import CharterRuntime
import Foundation
import HTTPTypes

/// A server that runs by itself, and that checks take turns with.
actor LiveServer {
    private let server: ServerUnderTest
    private let control: Fixtures.Control?
    private let transport: any HTTPTransport
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Reads what variables say of the server of an API; nil where they name none.
    ///
    /// - Throws: ``LiveServerFault``
    init?(of api: APIDescription, in environment: [String: String], transport: any HTTPTransport = HTTPClientTransport.shared) throws {
        let name = api.name.uppercased()
        let url = environment["\(name)_BASE_URL"].flatMap { $0.isEmpty ? nil : $0 }
        guard let path = environment["\(name)_FIXTURES"], !path.isEmpty else {
            guard url == nil else { throw LiveServerFault.fixturesMissing(variable: "\(name)_FIXTURES") }
            return nil
        }
        guard let bytes = FileManager.default.contents(atPath: path) else { throw LiveServerFault.unreadable(path: path) }
        var fixtures: Fixtures
        do throws(JSONFault) {
            fixtures = try JSONCoding.decode(Fixtures.self, from: Array(bytes))
        } catch {
            throw LiveServerFault.malformed(path: path, fault: error)
        }
        if let url { fixtures.baseURL = url }
        server = ServerUnderTest(transport: transport, fixtures: fixtures)
        control = fixtures.control
        self.transport = transport
    }

    /// Does something while nothing else is done with the server, after having reset it where that is possible.
    ///
    /// - Throws: ``LiveServerFault/notReset(_:reason:)``
    func alone<Result: Sendable>(_ body: @Sendable (ServerUnderTest) async -> Result) async throws -> Result {
        await enter()
        defer { leave() }
        if let control { try await reset(control) }
        return await body(server)
    }

    private func enter() async {
        guard isTaken else {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
    }

    private func reset(_ control: Fixtures.Control) async throws {
        guard let url = URL(string: control.reset), let host = url.host(percentEncoded: true) else {
            throw LiveServerFault.notReset(control.reset, reason: "it is no URL")
        }
        let request = HTTPRequest(
            method: .post,
            scheme: url.scheme,
            authority: url.port.map { "\(host):\($0)" } ?? host,
            path: url.path(percentEncoded: true)
        )
        let reply: HTTPReply
        do {
            reply = try await transport.send(request, body: [])
        } catch {
            throw LiveServerFault.notReset(control.reset, reason: "\(error)")
        }
        guard reply.head.status.kind == .successful else {
            throw LiveServerFault.notReset(control.reset, reason: "it answered \(reply.head.status.code)")
        }
    }
}
