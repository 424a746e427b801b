import CharterConformance
import CharterRuntime
import CharterServer
import SampleServers

extension LendingServerUnderTest {
    /// Starts a server of its own, whose clock stands still until a check lets time pass.
    static func start() async throws -> ServerUnderTest {
        let clock = AdjustableClock(at: InMemoryLending.now)
        return ServerUnderTest(transport: try InMemoryLending.transport(clock: clock), fixtures: .lending, control: ServerControl(clock))
    }
}
