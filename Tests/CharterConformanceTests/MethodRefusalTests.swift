import CharterConformance
import CharterRuntime
import HTTPTypes
import Testing

@Suite("a method that a path does not have")
struct MethodRefusalTests {
    @Test(
        "is answered with Allow where it is answered 405, and not with another status",
        arguments: [(nil, "GET, HEAD", true), (nil, nil, false), (404, nil, true), (404, "GET", true)] as [(Int?, String?, Bool)]
    )
    func allow(status: Int?, allow: String?, isRight: Bool) async {
        var api = APIDescription.calendar
        if let status { api.errors.faults = [.init(kind: .methodNotAllowed, status: status)] }
        var reply = HTTPReply.refusal(.methodNotAllowed, status: status ?? 405)
        reply.head.headerFields[.allow] = allow
        let server = ServerUnderTest(transport: Recorder(reply), fixtures: .calendar)
        let result = await run("method-not-allowed/POST", on: Calendar.status, in: api, server)
        #expect(result.outcome == (isRight ? .passed : .failed), "\(result.actual)")
        #expect(result.expected.contains("Allow") == (status == nil))
    }
}
