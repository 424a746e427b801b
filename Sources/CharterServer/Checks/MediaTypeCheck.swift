import CharterRuntime
import HTTPTypes

/// Takes bodies of JSON only, where the endpoint takes a body: 415.
///
/// A request without a body need not have a media type; that the body is missing is for ``RequestValidation`` to say.
///
/// Forms are not read so far, and are refused like everything else that is no JSON.
struct MediaTypeCheck: RequestStage {
    let api: APIDescription

    func pass(_ exchange: inout Exchange) throws {
        guard let body = exchange.endpoint.requestBody else { return }
        guard let field = exchange.head.headerFields[.contentType] else {
            if exchange.hasBody { throw Refusal.unsupportedMediaType }
            return
        }
        let media = body.media.isEmpty ? api.requests.media : body.media
        guard media.contains(.json), Self.isJSON(field) else { throw Refusal.unsupportedMediaType }
    }

    /// Whether a `Content-Type` is `application/json` or has the suffix `+json` (RFC 6839 §3.1).
    ///
    /// Parameters are allowed and mean nothing: RFC 8259 §11 defines none, and JSON is always UTF-8.
    private static func isJSON(_ field: String) -> Bool {
        let mediaType = field.prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
        let parts = mediaType.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !mediaType.contains(",") else { return false }
        return mediaType == "application/json" || (parts[1].hasSuffix("+json") && parts[1] != "+json")
    }
}

extension Exchange {
    /// Whether a body was read, or is announced by the head (RFC 9112 §6).
    fileprivate var hasBody: Bool {
        let fields = head.headerFields
        return !body.isEmpty || fields.contains(.transferEncoding) || fields[.contentLength].map { $0 != "0" } ?? false
    }
}
