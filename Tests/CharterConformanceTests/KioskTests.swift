import CharterRuntime
import Testing

@testable import CharterConformance

@Suite("checks of kinds of key, of what is looked for first, and of what is told and shown to whom")
struct KioskTests {
    @Test("all pass where the server is as documented")
    func correct() async throws {
        for result in try await run(nil) { #expect(result.outcome == .passed, "\(result.name): \(result.actual)") }
    }

    @Test("find each single fault, and nothing else", arguments: Kiosk.Fault.allCases)
    func mutation(fault: Kiosk.Fault) async throws {
        #expect(try await run(fault).filter { $0.outcome != .passed }.map(\.name) == fault.findings)
    }

    private func run(_ fault: Kiosk.Fault?) async throws -> [CheckResult] {
        let suite = ConformanceSuite(Kiosk.api, server: ServerUnderTest(transport: KioskServer(fault: fault), fixtures: Kiosk.fixtures))
        var results: [CheckResult] = []
        for fault in Kiosk.Fault.allCases { results.append(await suite.run(try #require(suite.check(named: fault.rawValue)))) }
        return results
    }
}
