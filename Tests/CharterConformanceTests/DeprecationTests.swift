import CharterConformance
import CharterRuntime
import HTTPTypes
import Testing

@Suite("an endpoint that is to go away")
struct DeprecationTests {
    @Test(
        "says so with the days of the contract, in the forms of the RFCs",
        arguments: [
            ("@1777593600", "Mon, 30 Nov 2026 00:00:00 GMT", nil), ("@1777679999", "Mon, 30 Nov 2026 23:59:59 GMT", nil),
            ("@1777680000", "Mon, 30 Nov 2026 00:00:00 GMT", "Deprecation is @1777680000, which is not on 2026-05-01"),
            ("1777593600", "Mon, 30 Nov 2026 00:00:00 GMT", "Deprecation is 1777593600, which is not on 2026-05-01"),
            ("true", "Mon, 30 Nov 2026 00:00:00 GMT", "Deprecation is true, which is not on 2026-05-01"),
            (nil, "Mon, 30 Nov 2026 00:00:00 GMT", "there is no Deprecation"), ("@1777593600", nil, "there is no Sunset"),
            ("@1777593600", "Tue, 01 Dec 2026 00:00:00 GMT", "Sunset is Tue, 01 Dec 2026 00:00:00 GMT, which is not on 2026-11-30"),
            ("@1777593600", "2026-11-30", "Sunset is 2026-11-30, which is not on 2026-11-30"),
            ("@1777593600", "Mon, 30 Nov 2026 25:00:00 GMT", "Sunset is Mon, 30 Nov 2026 25:00:00 GMT, which is not on 2026-11-30"),
        ] as [(String?, String?, String?)]
    )
    func days(deprecation: String?, sunset: String?, fault: String?) async throws {
        var endpoint = Calendar.status
        endpoint.deprecation = .init(since: "2026-05-01", sunset: "2026-11-30")
        var reply = HTTPReply.json("{}")
        reply.head.headerFields[try #require(HTTPField.Name("Deprecation"))] = deprecation
        reply.head.headerFields[try #require(HTTPField.Name("Sunset"))] = sunset
        let server = ServerUnderTest(transport: Recorder(reply), fixtures: .calendar)
        let result = await run("deprecation", on: endpoint, in: .calendar, server)
        #expect(result.outcome == (fault == nil ? .passed : .failed), "\(result.actual)")
        if let fault { #expect(result.actual.contains(fault)) }
    }
}
