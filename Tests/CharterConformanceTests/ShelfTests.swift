import CharterConformance
import CharterRuntime
import Testing

@Suite("checks of each way of paging")
struct ShelfTests {
    @Test("all pass where the server is as documented", arguments: Shelf.allCases)
    func correct(shelf: Shelf) async {
        let results = await run(shelf)
        #expect(results.filter { $0.outcome != .passed } == [])
    }

    @Test("find each single fault, and nothing else", arguments: Shelf.allCases, Shelf.Fault.allCases)
    func mutation(shelf: Shelf, fault: Shelf.Fault) async {
        let failed = await run(shelf, fault: fault).filter { $0.outcome != .passed }.map(\.name)
        #expect(failed == shelf.checks(finding: fault).map { "listBooks/\($0)" })
    }

    @Test("are those for which the list has parameters")
    func derivation() {
        let sizes = [
            "default-page-size", "minimum-page-size", "maximum-page-size", "page-size-below-minimum", "page-size-above-maximum",
            "page-size-not-a-number",
        ]
        let ends = ["whole-walk", "response-shape"]
        #expect(names(.numbered) == sizes + ["page-before-first", "page-not-a-number"] + ends)
        #expect(names(.byCursor) == sizes + ["invalid-cursor"] + ends)
        #expect(names(.after) == sizes + ends)
        #expect(names(.byURL) == ["default-page-size"] + ends)
    }

    @Test("do not follow a link that leads elsewhere")
    func foreignLink() async {
        var api = Shelf.byURL.api
        api.endpoints[0].path = "/other/books"
        let server = ServerUnderTest(transport: ShelfServer(.byURL), fixtures: fixtures)
        let result = await CharterConformanceTests.run("whole-walk", on: api.endpoints[0], in: api, server)
        #expect(result.outcome == .failed)
        #expect(result.actual.hasSuffix("which is not this list"))
    }

    @Test("do not follow a link that leads beside the base path", arguments: ["/v1", "/shop"])
    func linkBesideBase(base: String) async {
        var api = Shelf.byURL.api
        api.servers = [.init(name: "production", url: "https://shelf.example\(base)")]
        var fixtures = fixtures
        fixtures.baseURL = "http://localhost\(base)"
        let server = ServerUnderTest(transport: ShelfServer(.byURL), fixtures: fixtures)
        let result = await CharterConformanceTests.run("whole-walk", on: api.endpoints[0], in: api, server)
        #expect(result.outcome == (base == "/v1" ? .passed : .failed))
    }

    private var fixtures: Fixtures { Fixtures(baseURL: "http://localhost/v1", tenants: ["all"], credentials: [], parameters: [:]) }

    private func names(_ shelf: Shelf) -> [String] {
        shelf.api.basicChecks(of: shelf.endpoint).map(\.ownName)
    }

    private func run(_ shelf: Shelf, fault: Shelf.Fault? = nil) async -> [CheckResult] {
        await runBasicChecks(of: shelf.api, ServerUnderTest(transport: ShelfServer(shelf, fault: fault), fixtures: fixtures))
    }
}
