import CharterClient
public import CharterRuntime

/// Holds a running server to what its API documents, from outside: by its replies alone.
public struct ConformanceSuite: Sendable {
    private let api: APIDescription
    private let server: ServerUnderTest

    /// Creates the checks of an API for one server.
    public init(_ api: APIDescription, server: ServerUnderTest) {
        self.api = api
        self.server = ServerUnderTest(transport: server.transport, fixtures: server.fixtures.namingTokens(of: api))
    }

    /// Carries out one check on one endpoint.
    ///
    /// Checks do not depend on each other and may run in any order. Those that the server should accept really call the endpoint: a
    /// check of `deleteEvent` deletes.
    ///
    /// - Returns: The result; a reply that does not arrive is a failure, and what the fixtures lack leaves the check unchecked.
    public func run(_ check: Check, on endpoint: APIDescription.Endpoint) async -> CheckResult {
        let probe = EndpointProbe(api: api, endpoint: endpoint, fixtures: server.fixtures)
        do throws(MissingFixture) {
            let exchanger = try Exchanger(server, redaction: Redaction(of: server.fixtures, in: api))
            let observation = try await check.procedure(with: probe).carryOut(through: exchanger)
            return CheckResult(check, on: endpoint, observation: observation, exchanger: exchanger)
        } catch {
            return CheckResult(check, on: endpoint, lacking: error)
        }
    }
}
