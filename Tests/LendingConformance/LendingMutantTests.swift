import CharterConformance
import CharterRuntime
import CharterServer
import LendingModels
import SampleServers
import Testing

@Suite("Checks of Lending find")
struct LendingMutantTests {
    @Test("a server that", arguments: LendingMutants.all)
    func mutant(_ mutant: Mutant) async throws {
        let (faulty, sound) = try await mutant.outcomes(of: .lending) { wrap in
            let clock = AdjustableClock(at: InMemoryLending.now)
            let transport = wrap(try InMemoryLending.transport(clock: clock))
            return ServerUnderTest(transport: transport, fixtures: .lending, control: ServerControl(clock))
        }
        #expect(faulty?.outcome == .failed, "\(mutant.check): \(faulty?.actual ?? "there is no such check")")
        // A check that never passes finds nothing.
        if let sound { #expect(sound.outcome == .passed, "\(sound.actual)") }
    }
}
