import CharterConformance
import CharterRuntime
import CharterServer
import SampleServers

extension CobuntuServerUnderTest {
    /// Starts a server of its own, whose clock stands still until a check lets time pass.
    static func start() async throws -> ServerUnderTest {
        let clock = AdjustableClock(at: InMemoryCobuntu.now)
        return ServerUnderTest(transport: try InMemoryCobuntu.transport(clock: clock), fixtures: .cobuntu, control: ServerControl(clock))
    }
}
