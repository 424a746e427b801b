import CharterRuntime
import HTTPTypes

/// Takes bodies of the endpoint's media types only, where the endpoint takes a body: 415.
///
/// A request without a body need not have a media type; that the body is missing is for ``RequestValidation`` to say.
struct MediaTypeCheck: RequestStage {
    func pass(_ exchange: inout Exchange) throws {
        guard let body = exchange.endpoint.requestBody else { return }
        guard let field = exchange.head.headerFields[.contentType] else {
            if exchange.hasBody { throw Refusal.unsupportedMediaType(body.media) }
            return
        }
        guard let medium = ContentType(field).medium, body.media.contains(medium) else { throw Refusal.unsupportedMediaType(body.media) }
    }
}

extension Exchange {
    /// Whether a body was read, or is announced by the head (RFC 9112 §6).
    fileprivate var hasBody: Bool {
        let fields = head.headerFields
        return !body.isEmpty || fields.contains(.transferEncoding) || fields[.contentLength].map { $0 != "0" } ?? false
    }
}
