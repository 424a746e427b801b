public import CharterRuntime

/// A running server, and what a checker must know about the data in it.
public struct ServerUnderTest: Sendable {
    let transport: any HTTPTransport
    let fixtures: Fixtures
    /// What steers the server; nil where nothing does.
    let control: ServerControl?

    /// Creates a server to test.
    ///
    /// - Parameters:
    ///   - transport: What carries requests to it: a network client, or the server itself in the same process.
    ///   - fixtures: Tenants, credentials and values that exist on it.
    ///   - control: What steers it; by default the addresses that the fixtures name, if they name any.
    public init(transport: any HTTPTransport, fixtures: Fixtures, control: ServerControl? = nil) {
        self.transport = transport
        self.fixtures = fixtures
        self.control = control ?? fixtures.control.map { ServerControl($0, through: transport) }
    }

    /// The server, steered in no more time than a run may take.
    func steered(within budget: RunBudget) -> ServerUnderTest {
        let bounded = control.map { control in
            ServerControl(
                reset: { try await budget.steering(control.reset) },
                advanceClock: { seconds in try await budget.steering { try await control.advanceClock(seconds) } },
                standsStill: control.standsStill
            )
        }
        return ServerUnderTest(transport: transport, fixtures: fixtures, control: bounded)
    }

    /// The server with fixtures whose credentials have the kinds that the contract names.
    func named(as api: APIDescription) -> ServerUnderTest {
        ServerUnderTest(transport: transport, fixtures: fixtures.namingTokens(of: api), control: control)
    }
}
