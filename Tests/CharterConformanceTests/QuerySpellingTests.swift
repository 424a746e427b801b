import CharterConformance
import CharterRuntime
import HTTPTypes
import Testing

/// A server that reads a query as it was told, and takes numbers alone.
private struct QueryReader: HTTPTransport {
    var picksLast = true
    var splitsCommas = false
    var takesSeveral = true

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let texts = (request.path ?? "").split(separator: "?").dropFirst().joined().split(separator: "&").map {
            $0.split(separator: "=").last ?? ""
        }
        let values = splitsCommas ? texts.flatMap { $0.replacing("%2C", with: ",").split(separator: ",") } : texts
        let counted = takesSeveral ? values : Array(picksLast ? values.suffix(1) : values.prefix(1))
        return counted.allSatisfy { Int($0) != nil } ? .json("{}") : .refusal(.invalidRequest, status: 400)
    }
}

@Suite("checks of query parameters that stand twice")
struct QuerySpellingTests {
    private static let names = ["repeated-query-taken/number", "repeated-query-refused/number"]

    @Test("tell the value that counts from the other", arguments: [APIDescription.RequestRules.Repeated.first, .last], [true, false])
    func counted(rule: APIDescription.RequestRules.Repeated, picksLast: Bool) async {
        var api = APIDescription.calendar
        api.requests.repeatedQuery = rule
        let isRight = (rule == .last) == picksLast
        for name in Self.names {
            let result = await run(name, on: endpoint(.integer()), in: api, server(QueryReader(picksLast: picksLast, takesSeveral: false)))
            #expect(result.outcome == (isRight ? .passed : .failed), "\(name): \(result.actual)")
        }
    }

    @Test("try several items of a list, as it is written and as it is not", arguments: [true, false])
    func items(splitsCommas: Bool) async {
        let list = endpoint(.list(of: .integer()))
        let reader = server(QueryReader(splitsCommas: splitsCommas))
        #expect(await run("several-items-query/number", on: list, in: .calendar, reader).outcome == .passed)
        #expect(await run("items-in-one-query/number", on: list, in: .calendar, reader).outcome == (splitsCommas ? .failed : .passed))
        var commas = list
        commas.queryParameters[0].listStyle = .comma
        #expect(await run("several-items-query/number", on: commas, in: .calendar, reader).outcome == (splitsCommas ? .passed : .failed))
    }

    @Test("hold a server to passing over what it documents to ignore")
    func ignored() async {
        var endpoint = endpoint(.integer())
        endpoint.queryParameters[0].ignoresInvalid = true
        #expect(await run("ignored-query/number", on: endpoint, in: .calendar, server(QueryReader())).outcome == .failed)
        #expect(await run("ignored-query/number", on: endpoint, in: .calendar, server(Recorder(.json("{}")))).outcome == .passed)
    }

    private func endpoint(_ schema: APIDescription.Schema) -> APIDescription.Endpoint {
        var endpoint = Calendar.status
        endpoint.queryParameters = [.init(name: "number", schema: schema)]
        return endpoint
    }

    private func server(_ transport: any HTTPTransport) -> ServerUnderTest {
        ServerUnderTest(transport: transport, fixtures: .calendar)
    }
}
