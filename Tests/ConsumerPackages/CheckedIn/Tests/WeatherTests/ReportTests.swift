import CharterRuntime
import HTTPTypes
import Testing
import WeatherAPIClient
import WeatherModels

/// Gives every request the same reply.
private struct StubTransport: HTTPTransport {
    let body: String

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        HTTPReply(head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: Array(self.body.utf8))
    }
}

@Suite("Reports")
struct ReportTests {
    @Test("are read by the generated client")
    func report() async throws {
        let weather = WeatherClient(transport: StubTransport(body: #"{"celsius": 21.5, "sky": "foggy"}"#))
        let report = try await weather.getReport(id: "LPPT")
        #expect(report.celsius == 21.5)
        #expect(report.sky == .unknown("foggy"))
        #expect(report.wind == nil)
    }
}
