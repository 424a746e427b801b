import CharterRuntime
import HTTPTypes
import Testing

@testable import CharterConformance

/// What checks ask for is what the contract lets one ask for.
@Suite("requests that should be taken")
struct SoundRequestTests {
    private func request(_ rules: [APIDescription.ParameterRule], _ query: [String: String]) -> EndpointRequest {
        var endpoint = Calendar.search
        endpoint.rules = rules
        var request = EndpointRequest(endpoint)
        request.query = query.map { .init($0.key, $0.value) }
        return request
    }

    @Test(
        "keep two ends as near one another as the endpoint wants",
        arguments: [
            (["a": "2026-03-01", "b": "2026-03-08"], true), (["a": "2026-03-01", "b": "2026-03-09"], false),
            (["a": "2026-03-02", "b": "2026-03-01"], false), (["a": "2026-03-02"], true), (["a": "3", "b": "2"], false),
            (["a": "2", "b": "3"], true), (["a": "2026-03-01T00:00:00Z", "b": "2026-03-08T00:00:01Z"], false),
        ] as [([String: String], Bool)]
    )
    func spans(query: [String: String], isKept: Bool) {
        #expect(request([.span(from: "a", to: "b", seconds: 7 * 86_400)], query).keepsSpans == isKept)
    }

    @Test("leave out what cannot stand beside a parameter")
    func rivals() {
        #expect(APIDescription.ParameterRule.exactlyOne(["a", "b"]).rivals(of: "b") == ["a"])
        #expect(APIDescription.ParameterRule.atMostOne(["a", "b", "c"]).rivals(of: "b") == ["a", "c"])
        #expect(APIDescription.ParameterRule.together(["a", "b"]).rivals(of: "b").isEmpty)
        #expect(APIDescription.ParameterRule.exactlyOne(["a", "b"]).rivals(of: "c").isEmpty)
    }

    @Test("see a list with every value of what has a default")
    func views() {
        var endpoint = Calendar.search
        endpoint.queryParameters = [
            .init(name: "state", schema: .enumeration(["open", "closed"]), defaultValue: "open"), .init(name: "q", schema: .string()),
        ]
        let views = ListViews(of: EndpointRequest(endpoint), in: .calendar)
        #expect(views.requests.map { $0.query.map { "\($0.name)=\($0.value)" } } == [[], ["state=open"], ["state=closed"]])
        #expect(views.unknown == nil)
        endpoint.queryParameters[1].defaultValue = "x"
        #expect(ListViews(of: EndpointRequest(endpoint), in: .calendar).unknown == "q")
    }

    @Test("name nothing that a server which counts has", arguments: ["pl_3", "pl_000012", "gauge-7"])
    func unknown(known: String) throws {
        var endpoint = Calendar.dropEvent
        endpoint.pathParameters = [.init(name: "slug", schema: .string(pattern: "^[a-z]+[_-][0-9]+$"))]
        var request = EndpointRequest(endpoint)
        request.path = ["slug": known]
        let probe = EndpointProbe(api: .calendar, endpoint: endpoint, fixtures: .calendar, seed: 0, document: nil)
        let made = try UnknownThings(probe).request(named: endpoint.pathParameters[0], as: request)
        #expect(made.path["slug"]?.hasSuffix("987654321") == true)
    }

    @Test("wait no longer than can be counted", arguments: [("5", 5), ("9223372036854775807", 1_000_000_000), ("soon", nil)])
    func waits(text: String, seconds: Int?) {
        let reply = HTTPReply(head: HTTPResponse(status: .tooManyRequests, headerFields: [.retryAfter: text]), body: [])
        #expect(reply.retryAfter == seconds)
    }

    @Test("take the first page of a list for short only where its total counts what the request asks for", arguments: [true, false])
    func totals(hasDefault: Bool) throws {
        var endpoint = Calendar.listEvents
        var paging = try #require(endpoint.paging)
        (paging.counts, paging.members.total, paging.members.hasMore) = (.all, "total", nil)
        endpoint.queryParameters = [.init(name: "state", schema: .string(), defaultValue: hasDefault ? "open" : nil)]
        let items = paging.members.items ?? "items"
        let body = Array(#"{"\#(items)":[],"total":9}"#.utf8)
        let reply = HTTPReply(head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: body)
        let faults = PageOfSize(4, paging: paging, success: endpoint.success).faults(in: reply, to: EndpointRequest(endpoint))
        #expect(faults.contains("it holds 0 items though more follow") == !hasDefault, "\(faults)")
    }
}
