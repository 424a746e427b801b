import CharterRuntime
import Testing

@testable import CharterConformance

@Suite("checks of what is counted")
struct StockTests {
    @Test("pass where the server is as documented", arguments: Stock.Turn.allCases)
    func correct(turn: Stock.Turn) async throws {
        let result = try await run(turn.check, nil)
        #expect(result.outcome == .passed, "\(result.actual)")
    }

    @Test("find what is not", arguments: Stock.Turn.allCases.filter { $0 != .refusesStates })
    func mutation(turn: Stock.Turn) async throws {
        #expect(try await run(turn.check, turn).outcome == .failed)
    }

    @Test("say nothing of a change whose every value one of the endpoint's own failures answers")
    func ownFailures() async throws {
        let result = try await run(Stock.Turn.refusesStates.check, .refusesStates)
        #expect(result.outcome == .unchecked)
        #expect(result.actual == "the fixtures lack a second value for state of changeItem")
    }

    @Test("ask for a number far from those that there are")
    func unknownNumber() async throws {
        #expect(try await run("getItem/not-found/id", nil).request == "GET /oslo/items/999992")
    }

    private func run(_ name: String, _ turn: Stock.Turn?) async throws -> CheckResult {
        let stock = StockServer(turn)
        let server = ServerUnderTest(transport: stock, fixtures: Stock.fixtures, control: stock.control)
        let suite = ConformanceSuite(Stock.api, server: server)
        return await suite.run(try #require(suite.check(named: name)))
    }
}
