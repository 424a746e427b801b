import CharterConformance
import CharterRuntime
import HTTPTypes
import Testing

/// A server that grants what a preflight asks for, and nothing that it does not ask for.
private struct Mirror: HTTPTransport {
    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        var reply = HTTPReply(head: HTTPResponse(status: .noContent), body: [])
        reply.head.headerFields[.accessControlAllowOrigin] = request.headerFields[.origin]
        reply.head.headerFields[.accessControlAllowMethods] = request.headerFields[.accessControlRequestMethod]
        reply.head.headerFields[.accessControlAllowHeaders] = request.headerFields[.accessControlRequestHeaders]
        return reply
    }
}

@Suite("checks of preflights")
struct PreflightTests {
    @Test("ask as browsers do for what the credential and a body need", arguments: [HTTPRequest.Method.get, .post, .patch])
    func mirror(method: HTTPRequest.Method) async {
        let result = await run(endpoint(method), ServerUnderTest(transport: Mirror(), fixtures: .calendar))
        #expect(result.outcome == .passed, "\(result.actual)")
        let recorder = Recorder(.json("{}"))
        _ = await run(endpoint(method), ServerUnderTest(transport: recorder, fixtures: .calendar))
        let names = recorder.requests.first?.headerFields[.accessControlRequestHeaders]
        #expect(names == (method == .get ? "x-api-key" : "content-type,x-api-key"))
    }

    @Test(
        "take what browsers take for a grant",
        arguments: [
            (.get, nil, "X-API-Key", true), (.post, nil, "X-API-Key, Content-Type", true), (.patch, nil, "*", false),
            (.patch, "PATCH", "*", true), (.patch, "*", "*", true), (.patch, "PATCH", "X-API-Key", false), (.get, "GET", nil, false),
        ] as [(HTTPRequest.Method, String?, String?, Bool)]
    )
    func grants(method: HTTPRequest.Method, methods: String?, headers: String?, isEnough: Bool) async {
        #expect(await outcome(endpoint(method), .calendar, methods, headers) == (isEnough ? .passed : .failed))
    }

    @Test("want Authorization named, which no asterisk stands for", arguments: [("*", false), ("*, Authorization", true)])
    func authorization(headers: String, isEnough: Bool) async {
        var api = APIDescription.calendar
        api.credentials[0].place = .scheme("Bearer", header: "Authorization")
        #expect(await outcome(endpoint(.get), api, "GET", headers) == (isEnough ? .passed : .failed))
    }

    private func outcome(
        _ endpoint: APIDescription.Endpoint,
        _ api: APIDescription,
        _ methods: String?,
        _ headers: String?
    ) async -> CheckResult.Outcome {
        var reply = HTTPReply(head: HTTPResponse(status: .noContent), body: [])
        reply.head.headerFields[.accessControlAllowOrigin] = "*"
        reply.head.headerFields[.accessControlAllowMethods] = methods
        reply.head.headerFields[.accessControlAllowHeaders] = headers
        return await run(endpoint, ServerUnderTest(transport: Recorder(reply), fixtures: .calendar), in: api).outcome
    }

    private func run(
        _ endpoint: APIDescription.Endpoint,
        _ server: ServerUnderTest,
        in api: APIDescription = .calendar
    ) async -> CheckResult {
        await CharterConformanceTests.run("preflight-granted", on: endpoint, in: api, server)
    }

    private func endpoint(_ method: HTTPRequest.Method) -> APIDescription.Endpoint {
        var endpoint = Calendar.listEvents
        endpoint.method = method
        if method != .get { endpoint.requestBody = Calendar.addEvent.requestBody }
        return endpoint
    }
}
