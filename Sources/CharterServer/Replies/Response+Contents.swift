import CharterRuntime
import Hummingbird
import NIOCore

extension Response {
    /// A reply with a body.
    init(status: Int, body: [UInt8], mediaType: String) {
        self.init(status: .init(code: status), headers: [.contentType: mediaType], body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// A reply with a body of JSON.
    init(status: Int, json: ByteBuffer) {
        self.init(status: .init(code: status), headers: [.contentType: "application/json"], body: .init(byteBuffer: json))
    }

    /// A reply without a body.
    static func empty(status: Int, headers: HTTPFields = [:]) -> Response {
        var response = Response(status: .init(code: status), headers: headers)
        // RFC 9110 §8.6 forbids Content-Length beside 204; Hummingbird sets it.
        if status == 204 { response.headers[.contentLength] = nil }
        return response
    }

    /// A refusal in the API's form of errors.
    static func refused(_ refusal: Refusal, _ format: APIDescription.ErrorFormat, _ request: Request, _ facts: ReplyFacts) -> Response {
        let refusal = refusal.worded(by: format)
        let body = ErrorBody(refusal: refusal, method: request.method, path: request.uri.path, facts: facts)
        var response = Response(status: refusal.status, body: body.bytes(format), mediaType: format.mediaType)
        response.headers.append(contentsOf: refusal.headers)
        return response
    }

    /// The same reply without its body, as `HEAD` is answered (RFC 9110 §9.3.2).
    func withoutBody() -> Response {
        var response = self
        response.body = ResponseBody()
        response.headers[.contentLength] = headers[.contentLength]
        return response
    }
}
