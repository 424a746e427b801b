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
        let server = ServerUnderTest(transport: LedgerServer(fault: fault), fixtures: Ledger.fixtures)
        let suite = ConformanceSuite(Ledger.api, server: server)
        var results: [CheckResult] = []
        for fault in Ledger.Fault.allCases { results.append(await suite.run(try #require(suite.check(named: fault.rawValue)))) }
        return results
    }
}
