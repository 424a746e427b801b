import CharterConformance
import CharterRuntime
import HTTPTypes
import Testing

/// A rack that does not look at the filter.
private struct DeafRack: HTTPTransport {
    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        var request = request
        request.path = request.path?.replacing("kind=", with: "sort=")
        return RackServer(rack: .counted).send(request, body: body)
    }
}

@Suite("a filter that each request has to have")
struct RequiredFilterTests {
    @Test("leaves items that have what was asked for", arguments: [true, false])
    func filter(isHeard: Bool) async {
        var api = Rack.counted.api
        api.endpoints[0].queryParameters[0].isRequired = true
        let fixtures = Fixtures(baseURL: "http://localhost/v1", tenants: ["all"], credentials: [], parameters: [:])
        let server = ServerUnderTest(transport: isHeard ? RackServer(rack: .counted) : DeafRack(), fixtures: fixtures)
        let result = await run("filter/kind", on: api.endpoints[0], in: api, server)
        #expect(result.outcome == (isHeard ? .passed : .failed), "\(result.actual)")
    }
}
