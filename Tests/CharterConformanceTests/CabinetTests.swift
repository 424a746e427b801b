import CharterConformance
import CharterRuntime
import HTTPTypes
import Testing

@Suite("checks of filters, of cursors elsewhere, and of the page before")
struct CabinetTests {
    @Test("all pass where the server is as documented")
    func correct() async throws {
        for result in try await run(nil) { #expect(result.outcome == .passed, "\(result.name): \(result.actual)") }
    }

    @Test("find each single fault, and nothing else", arguments: Cabinet.Fault.allCases)
    func mutation(fault: Cabinet.Fault) async throws {
        #expect(try await run(fault).filter { $0.outcome != .passed }.map(\.name) == [fault.rawValue])
    }

    @Test("compare nothing whose name says something else", arguments: ["made", "sent", ""])
    func otherNames(stem: String) {
        var list = Cabinet.listFiles
        let names = ["from", "to"].map { stem.isEmpty ? $0 : "\(stem)_\($0)" }
        for (index, name) in names.enumerated() { list.queryParameters[index + 1].name = name }
        list.rules = [.span(from: names[0], to: names[1], seconds: nil)]
        let checks = Cabinet.api.conformanceChecks(of: list).map(\.name)
        #expect(checks.contains { $0.contains("/filter-range/") } == (stem == "made"))
        list.rules.append(.together(names))
        #expect(!Cabinet.api.conformanceChecks(of: list).contains { $0.name.contains("/filter-range/") })
    }

    @Test("hold a cursor against a value that is another one, and not the default that was there before")
    func otherThanDefault() async throws {
        var (api, list) = (Cabinet.api, Cabinet.listFiles)
        list.queryParameters = [.init(name: "state", schema: .enumeration(["draft", "sent"]), defaultValue: "draft")]
        list.rules = []
        list.paging?.position = .cursor(parameter: "cursor", boundTo: ["state"], lifetime: nil)
        api.endpoints = [list]
        let recorder = Recorder(.json(#"{"files":[{},{}],"next":"abc"}"#), .refusal(.invalidCursor, status: 400))
        let suite = ConformanceSuite(api, server: ServerUnderTest(transport: recorder, fixtures: Cabinet.fixtures))
        let result = await suite.run(try #require(suite.check(named: "listFiles/cursor-with-other-filter/state")))
        #expect(result.outcome == .passed, "\(result.actual)")
        #expect(recorder.requests.last?.path?.hasSuffix("cursor=abc&state=sent") == true)
    }

    private func run(_ fault: Cabinet.Fault?) async throws -> [CheckResult] {
        let server = ServerUnderTest(transport: CabinetServer(fault: fault), fixtures: Cabinet.fixtures)
        let suite = ConformanceSuite(Cabinet.api, server: server)
        var results: [CheckResult] = []
        for fault in Cabinet.Fault.allCases { results.append(await suite.run(try #require(suite.check(named: fault.rawValue)))) }
        return results
    }
}
