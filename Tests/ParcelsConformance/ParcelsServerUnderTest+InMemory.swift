import CharterConformance
import CharterRuntime

extension ParcelsServerUnderTest {
    /// Starts a server of its own for one test.
    static func start() async throws -> ServerUnderTest {
        ServerUnderTest(transport: try InMemoryParcels.transport(), fixtures: .parcels)
    }
}
