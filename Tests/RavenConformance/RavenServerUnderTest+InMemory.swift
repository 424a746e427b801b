import CharterConformance
import CharterRuntime

extension RavenServerUnderTest {
    /// Starts a server of its own for one test.
    static func start() async throws -> ServerUnderTest {
        ServerUnderTest(transport: try InMemoryRaven.transport(), fixtures: .raven)
    }
}
