import CharterRuntime
import Testing

@testable import CharterConformance

@Suite("checks of what is shown in several ways")
struct LedgerTests {
    @Test("all pass where the server is as documented")
    func correct() async throws {
        for result in try await run(nil) { #expect(result.outcome == .passed, "\(result.name): \(result.actual)") }
    }

    @Test("find each single fault, and nothing else", arguments: Ledger.Fault.allCases)
    func mutation(fault: Ledger.Fault) async throws {
        #expect(try await run(fault).filter { $0.outcome != .passed }.map(\.name) == [fault.rawValue])
    }

    private func run(_ fault: Ledger.Fault?) async throws -> [CheckResult] {
        var results: [CheckResult] = []
        for name in Ledger.Fault.allCases.map(\.rawValue) {
            // What one check has written does not concern the next.
            let server = ServerUnderTest(transport: LedgerServer(fault: fault), fixtures: Ledger.fixtures)
            let suite = ConformanceSuite(Ledger.api, server: server)
            results.append(await suite.run(try #require(suite.check(named: name))))
        }
        return results
    }
}
