import CharterConformance
import CharterRuntime

extension CobuntuServerUnderTest {
    /// Starts a server of its own for one test.
    static func start() async throws -> ServerUnderTest {
        ServerUnderTest(transport: try InMemoryCobuntu.transport(), fixtures: .cobuntu)
    }
}
