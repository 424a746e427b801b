import CharterConformance
import CharterRuntime
import Testing

@Suite("checks of what was written, changed and thrown away")
struct DeskTests {
    @Test("all pass where the server is as documented")
    func correct() async {
        let results = await run(nil)
        for result in results { #expect(result.outcome == .passed, "\(result.name): \(result.actual)") }
        let named = Set(Desk.Fault.allCases.flatMap(\.checks))
        #expect(named.allSatisfy { prefix in results.contains { $0.name.hasPrefix(prefix) } })
    }

    @Test("find each single fault, and nothing else", arguments: Desk.Fault.allCases)
    func mutation(fault: Desk.Fault) async {
        let results = await run(fault)
        let wanted = results.map(\.name).filter { name in fault.checks.contains { name.hasPrefix($0) } }
        #expect(results.filter { $0.outcome == .failed }.map(\.name) == wanted)
        #expect(!wanted.isEmpty)
    }

    /// Carries out what is checked of things that are written, each check on a server of its own.
    private func run(_ fault: Desk.Fault?) async -> [CheckResult] {
        var results: [CheckResult] = []
        for check in Desk.api.conformanceChecks where check.family == .readback {
            let suite = ConformanceSuite(Desk.api, server: ServerUnderTest(transport: DeskServer(fault), fixtures: Desk.fixtures))
            results.append(await suite.run(check))
        }
        return results
    }
}
