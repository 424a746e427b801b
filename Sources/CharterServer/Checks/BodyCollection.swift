import CharterRuntime
import HTTPTypes
import Hummingbird
import NIOCore

/// Reads the body of a request to its end, and never more than a number of bytes: 413.
///
/// One that breaks off is no body: 400. One that takes too long to arrive is none either: 408. A body that the endpoint does not take is not
/// read.
struct BodyCollection: RequestStage {
    let api: APIDescription
    /// The largest number of bytes that any body may have; nil where the API's description says it.
    let maximum: Int?

    func pass(_ exchange: inout Exchange) async throws {
        guard let described = exchange.endpoint.requestBody, !exchange.isCollected else { return }
        let maximum = maximum ?? described.size ?? api.requests.bodySize
        // What is announced as too large need not be sent first.
        if let announced = exchange.head.headerFields[.contentLength].flatMap(Int.init), announced > maximum {
            throw Refusal.bodyTooLarge(maximum: maximum)
        }
        do {
            exchange.body = Array(buffer: try await exchange.content.collect(upTo: maximum))
        } catch is NIOTooManyBytesError {
            throw Refusal.bodyTooLarge(maximum: maximum)
        } catch let slow as SlowBody {
            throw Refusal.requestTimeout(after: slow.limit, until: "its body has arrived")
        } catch let error where !(error is CancellationError) {
            // Such as one that is shorter than announced (RFC 9112 §8): a fault of the request, or of its way here, and none of the server.
            throw Refusal.malformedBody("did not arrive whole")
        }
        // A body whose reading was cancelled ends early.
        try Task.checkCancellation()
        exchange.isCollected = true
    }
}
