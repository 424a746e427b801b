import CharterRuntime
import HTTPTypes

/// Steers a server that is there to be tested.
public struct ServerControl: Sendable {
    /// Puts the data back as it was in the beginning, and the clock to the present.
    let reset: @Sendable () async throws -> Void
    /// Lets that many seconds pass.
    let advanceClock: @Sendable (_ seconds: Int) async throws -> Void
    /// Whether no time passes but what is let pass.
    let standsStill: Bool

    /// Creates a control of a server in the same process.
    ///
    /// - Parameters:
    ///   - reset: Puts its data back as they were in the beginning, and its clock to the present.
    ///   - advanceClock: Lets that many seconds pass.
    ///   - standsStill: Whether its clock stands still otherwise, so that what is found depends on no machine's speed.
    public init(
        reset: @escaping @Sendable () async throws -> Void,
        advanceClock: @escaping @Sendable (_ seconds: Int) async throws -> Void,
        standsStill: Bool = false
    ) {
        self.reset = reset
        self.advanceClock = advanceClock
        self.standsStill = standsStill
    }

    /// Creates the control of a demonstration, which is steered by requests.
    init(_ addresses: Fixtures.Control, through transport: any HTTPTransport) {
        reset = { try await Self.post(to: addresses.reset, [], through: transport) }
        advanceClock = { seconds in
            try await Self.post(to: addresses.advanceClock, Array(#"{"seconds":\#(seconds)}"#.utf8), through: transport)
        }
        standsStill = false
    }

    private static func post(to address: String, _ body: [UInt8], through transport: any HTTPTransport) async throws {
        let url = try BaseURL(address)
        let head = HTTPRequest(
            method: .post,
            scheme: url.scheme,
            authority: url.authority,
            path: url.path.isEmpty ? "/" : url.path,
            headerFields: body.isEmpty ? [:] : [.contentType: "application/json"]
        )
        let reply = try await transport.send(head, body: body)
        guard (200..<300).contains(reply.head.status.code) else { throw ControlFailure(address: address, status: reply.head.status.code) }
    }
}

/// A server did not do what its control asks for.
struct ControlFailure: Error, CustomStringConvertible {
    let address: String
    let status: Int

    var description: String { "POST \(address) did not steer the server: it answered \(status)" }
}
