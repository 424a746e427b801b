import CharterConformance
import CharterRuntime
import CharterServer
import SampleServers

extension RavenServerUnderTest {
    /// Starts a server of its own, whose clock stands still until a check lets time pass.
    static func start() async throws -> ServerUnderTest {
        let clock = AdjustableClock(at: InMemoryRaven.now)
        return ServerUnderTest(transport: try InMemoryRaven.transport(clock: clock), fixtures: .raven, control: ServerControl(clock))
    }
}
