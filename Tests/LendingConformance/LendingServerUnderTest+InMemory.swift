import CharterConformance
import CharterRuntime

extension LendingServerUnderTest {
    /// Starts a server of its own for one test.
    static func start() async throws -> ServerUnderTest {
        ServerUnderTest(transport: try InMemoryLending.transport(), fixtures: .lending)
    }
}
