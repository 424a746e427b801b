import CharterConformance
import CharterRuntime
import Testing

@Suite("checks against a server")
struct MutationTests {
    @Test("all pass where the server is as documented")
    func correct() async {
        let results = await run(CalendarServer())
        #expect(results.filter { $0.outcome != .passed } == [])
        #expect(results.count == 54)
        #expect(Set(results.map(\.name)).count == results.count)
    }

    @Test("find each single fault, and nothing else", arguments: Mutation.all)
    func mutation(_ mutation: Mutation) async {
        let results = await run(CalendarServer(fault: mutation.fault))
        let failed = results.filter { $0.outcome == .failed }.map(\.name)
        #expect(failed == results.map(\.name).filter(mutation.shouldFail))
        #expect(results.allSatisfy { $0.outcome != .unchecked })
    }

    @Test("are tried with every fault")
    func coverage() {
        #expect(Set(Mutation.all.map(\.fault)) == Set(Fault.allCases))
    }

    private func run(_ server: CalendarServer) async -> [CheckResult] {
        // What is deleted there is there all the same.
        let control = ServerControl(reset: {}, advanceClock: { _ in })
        return await runBasicChecks(of: .calendar, ServerUnderTest(transport: server, fixtures: .calendar, control: control))
    }
}
