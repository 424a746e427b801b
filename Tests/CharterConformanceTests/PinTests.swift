import CharterConformance
import CharterRuntime
import Testing

@Suite("checks of what bodies and changes mean")
struct PinTests {
    @Test("all pass where the server is as documented")
    func correct() async throws {
        for result in try await run(nil) { #expect(result.outcome == .passed, "\(result.name): \(result.actual)") }
    }

    @Test("find each single fault, and nothing else", arguments: Pins.Fault.allCases)
    func mutation(fault: Pins.Fault) async throws {
        #expect(try await run(fault).filter { $0.outcome != .passed }.map(\.name) == fault.findings)
    }

    @Test("are not made of maps that a change replaces, of changes that must change something, of GET without an override")
    func derivation() {
        var change = Pins.changePin
        change.requestBody?.patch = .replaceNested
        #expect(!names(change, Pins.api).contains("changePin/member-added/labels"))
        change.requestBody?.refusesEmpty = true
        #expect(!names(change, Pins.api).contains("changePin/empty-change-taken"))
        var api = Pins.api
        api.requests.methodOverride = nil
        #expect(!names(Pins.getPin, api).contains("getPin/method-override-on-get"))
    }

    @Test("ask for no null where replies cannot show it, nor of what an action chooses")
    func nulls() {
        let name = "addNote/empty-is-null/view/form"
        #expect(names(Pins.addNote, Pins.api).contains(name))
        var chosen = Pins.addNote
        chosen.success.status = 200
        #expect(!names(chosen, Pins.api).contains(name))
        var shown = Pins.addNote
        shown.success.body = .object([.init("title", .string()), .init("view", .string())])
        #expect(!names(shown, Pins.api).contains(name))
        #expect(!names(shown, Pins.api).contains("addNote/created-null/view"))
    }

    @Test("hold no server to taking what was made up from a pattern")
    func invented() {
        let inside = names(Pins.addPin, Pins.api).filter { $0.contains("(bank)") }
        #expect(inside.contains("addPin/missing/way(bank).iban"))
        #expect(!inside.contains { $0.hasPrefix("addPin/longest") || $0.hasPrefix("addPin/shortest") })
    }

    private func names(_ endpoint: APIDescription.Endpoint, _ api: APIDescription) -> [String] {
        api.conformanceChecks(of: endpoint).map(\.name)
    }

    private func run(_ fault: Pins.Fault?) async throws -> [CheckResult] {
        let server = ServerUnderTest(transport: PinServer(fault), fixtures: Pins.fixtures)
        var results: [CheckResult] = []
        for name in Pins.Fault.allCases.map(\.rawValue) {
            let id = name.prefix { $0 != "/" }
            let endpoint = try #require(Pins.api.endpoints.first { $0.id == id })
            let own = String(name.dropFirst(id.count + 1))
            results.append(await CharterConformanceTests.run(own, on: endpoint, in: Pins.api, server))
        }
        return results
    }
}
