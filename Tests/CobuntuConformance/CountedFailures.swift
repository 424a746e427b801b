import CharterRuntime
import HTTPTypes

/// Counts broadcasts that are refused, by sending another one for each.
struct CountedFailures: HTTPTransport {
    let server: any HTTPTransport

    init(_ server: any HTTPTransport) {
        self.server = server
    }

    func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
        if String(decoding: body, as: UTF8.self).contains("noSuchField") {
            let fit = #"{"segmentId":"\#(Landmarks.myCommunity.segment)","subject":"x","text":"x"}"#
            _ = try await server.send(request, body: Array(fit.utf8))
        }
        return try await server.send(request, body: body)
    }
}
