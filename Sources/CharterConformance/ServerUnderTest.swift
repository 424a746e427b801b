public import CharterRuntime

/// A running server, and what a checker must know about the data in it.
public struct ServerUnderTest: Sendable {
    let transport: any HTTPTransport
    let fixtures: Fixtures

    /// Creates a server to test.
    ///
    /// - Parameters:
    ///   - transport: What carries requests to it: a network client, or the server itself in the same process.
    ///   - fixtures: Tenants, credentials and values that exist on it.
    public init(transport: any HTTPTransport, fixtures: Fixtures) {
        self.transport = transport
        self.fixtures = fixtures
    }
}
