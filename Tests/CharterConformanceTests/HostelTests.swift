import CharterConformance
import CharterRuntime
import Testing

@Suite("checks of what each tenant writes, of odd requests, and of texts that are nearly keys")
struct HostelTests {
    @Test("all pass where the server is as documented")
    func correct() async throws {
        for result in try await run(nil) { #expect(result.outcome == .passed, "\(result.name): \(result.actual)") }
    }

    @Test("find each single fault, and nothing else", arguments: Hostel.Fault.allCases)
    func mutation(fault: Hostel.Fault) async throws {
        #expect(try await run(fault).filter { $0.outcome != .passed }.map(\.name) == fault.checks)
    }

    @Test("hold nobody apart where all see the same, or where a thing has a name of its own")
    func derivation() {
        func names(_ endpoint: APIDescription.Endpoint) -> [String] { Hostel.api.conformanceChecks(of: endpoint).map(\.ownName) }
        var put = Hostel.putTemplate
        put.success.otherStatuses = []
        #expect(names(Hostel.putTemplate).contains("kept-apart"))
        #expect(!names(put).contains("kept-apart"))
        var settings = Hostel.putSettings
        settings.tenancy = .shared
        #expect(!names(settings).contains("kept-apart"))
        #expect(!names(Hostel.getSettings).contains("suspended-tenant-served"))
    }

    private func run(_ fault: Hostel.Fault?) async throws -> [CheckResult] {
        var results: [CheckResult] = []
        for name in Hostel.Fault.allCases.flatMap(\.checks) {
            let id = name.prefix { $0 != "/" }
            let endpoint = try #require(Hostel.api.endpoints.first { $0.id == id })
            let server = ServerUnderTest(transport: HostelServer(fault), fixtures: Hostel.fixtures)
            let own = String(name.dropFirst(id.count + 1))
            results.append(await CharterConformanceTests.run(own, on: endpoint, in: Hostel.api, server))
        }
        return results
    }
}
