import CharterRuntime
import CharterServer
import HTTPTypes
import Hummingbird
import NIOCore

/// What steers a demonstration from outside; it exists on no other server.
///
/// - `POST /control/reset` puts the data back as it was when the demonstration began, and the clock to the present: 204.
/// - `POST /control/clock` with `{"seconds": 86400}` lets that much time pass: 200 with `{"now": …}`.
struct DemoControl: Sendable {
    static let resetPath = "/control/reset"
    static let clockPath = "/control/clock"

    let clock: DemoClock
    /// Puts the data back.
    let reset: @Sendable () async throws -> Void

    func register(on router: some RouterMethods<some RequestContext>) {
        router.post(RouterPath(Self.resetPath)) { _, _ in
            clock.returnToPresent()
            try await reset()
            return Response(status: .noContent)
        }
        router.post(RouterPath(Self.clockPath)) { request, _ in
            let bytes = Array(try await request.body.collect(upTo: 1_024).readableBytesView)
            guard case .object(let members) = try? JSONCoding.decode(JSONValue.self, from: bytes),
                case .integer(let seconds) = members["seconds"], (0...DemoClock.longestLeap).contains(seconds)
            else {
                throw HTTPError(.badRequest, message: "Send {\"seconds\": N}, with N from 0 to \(DemoClock.longestLeap).")
            }
            clock.advance(bySeconds: seconds)
            let body = try JSONCoding.encode(JSONValue.object(["now": .string(clock.now.description)]))
            return Response(
                status: .ok,
                headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: body))
            )
        }
    }
}
