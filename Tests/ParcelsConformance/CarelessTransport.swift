import CharterRuntime
import HTTPTypes
import ParcelsModels

/// Leads requests to a server that forgets whose shipments it deletes.
struct CarelessTransport: HTTPTransport {
    let server: any HTTPTransport

    func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
        var request = request
        if request.method == .delete, let own = SampleKey.text(of: Landmarks.teapots.account, kind: "live", scope: "shipments:write") {
            request.headerFields[.authorization] = "ApiKey \(own)"
        }
        return try await server.send(request, body: body)
    }
}
