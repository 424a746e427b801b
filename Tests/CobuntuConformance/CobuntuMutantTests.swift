import CharterConformance
import CharterRuntime
import CharterServer
import CobuntuModels
import SampleServers
import Testing

@Suite("Checks of Cobuntu find")
struct CobuntuMutantTests {
    @Test("a server that", arguments: CobuntuMutants.all)
    func mutant(_ mutant: Mutant) async throws {
        let (faulty, sound) = try await mutant.outcomes(of: .cobuntu) { wrap in
            let clock = AdjustableClock(at: InMemoryCobuntu.now)
            let transport = wrap(try InMemoryCobuntu.transport(clock: clock))
            return ServerUnderTest(transport: transport, fixtures: .cobuntu, control: ServerControl(clock))
        }
        #expect(faulty?.outcome == .failed, "\(mutant.check): \(faulty?.actual ?? "there is no such check")")
        // A check that never passes finds nothing.
        if let sound { #expect(sound.outcome == .passed, "\(sound.actual)") }
    }
}
