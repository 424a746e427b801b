import CharterConformance
import CharterRuntime
import Testing

@Suite("checks of what a page says of others")
struct RackTests {
    @Test("all pass where the server is as documented", arguments: Rack.allCases)
    func correct(rack: Rack) async {
        let results = await run(rack)
        #expect(results.map(\.name) == names(rack))
        #expect(results.filter { $0.outcome != .passed } == [])
    }

    @Test("find each single fault, and nothing else", arguments: Rack.Fault.allCases)
    func mutation(fault: Rack.Fault) async {
        let failed = await run(fault.rack, fault).filter { $0.outcome != .passed }.map(\.name)
        #expect(failed == ["listBooks/\(fault.check)"])
    }

    /// The checks that a way of paging calls for beside those of sizes and positions.
    private func names(_ rack: Rack) -> [String] {
        let own =
            switch rack {
            case .linked: ["whole-walk", "link/prev", "link/first", "link/last", "filter-in-links/kind"]
            case .byID: ["whole-walk", "way-back", "malformed-after", "malformed-before"]
            case .counted: ["whole-walk"]
            }
        return own.map { "listBooks/\($0)" }
    }

    private func run(_ rack: Rack, _ fault: Rack.Fault? = nil) async -> [CheckResult] {
        let fixtures = Fixtures(baseURL: "http://localhost/v1", tenants: ["all"], credentials: [], parameters: [:])
        let server = ServerUnderTest(transport: RackServer(rack: rack, fault: fault), fixtures: fixtures)
        let stems = ["whole-walk", "link", "filter-in-links", "way-back", "malformed-after", "malformed-before"]
        let api = rack.api
        var results: [CheckResult] = []
        // What is wrong with numbers is wrong in links to them: one check is to find it.
        for check in api.conformanceChecks where stems.contains(check.stem) && !(rack == .counted && check.stem == "filter-in-links") {
            results.append(await CharterConformanceTests.run(check.ownName, on: api.endpoints[0], in: api, server))
        }
        return results
    }
}
