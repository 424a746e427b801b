import CharterConformance
import CharterRuntime
import CharterServer
import ParcelsModels
import SampleServers
import Testing

@Suite("Checks of Parcels find")
struct ParcelsMutantTests {
    @Test("a server that", arguments: ParcelsMutants.all)
    func mutant(_ mutant: Mutant) async throws {
        let (faulty, sound) = try await mutant.outcomes(of: .parcels) { wrap in
            let clock = AdjustableClock(at: InMemoryParcels.now)
            let transport = wrap(try InMemoryParcels.transport(clock: clock))
            return ServerUnderTest(transport: transport, fixtures: .parcels, control: ServerControl(clock))
        }
        #expect(faulty?.outcome == .failed, "\(mutant.check): \(faulty?.actual ?? "there is no such check")")
        // A check that never passes finds nothing.
        if let sound { #expect(sound.outcome == .passed, "\(sound.actual)") }
    }
}
