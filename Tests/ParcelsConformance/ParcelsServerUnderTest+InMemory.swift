import CharterConformance
import CharterRuntime
import CharterServer
import SampleServers

extension ParcelsServerUnderTest {
    /// Starts a server of its own, whose clock stands still until a check lets time pass.
    static func start() async throws -> ServerUnderTest {
        let clock = AdjustableClock(at: InMemoryParcels.now)
        return ServerUnderTest(transport: try InMemoryParcels.transport(clock: clock), fixtures: .parcels, control: ServerControl(clock))
    }
}
