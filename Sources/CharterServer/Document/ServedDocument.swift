import CharterRuntime
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A document at its place, ready to be sent to whoever asks.
struct ServedDocument: Sendable {
    /// Where it is, from the root of the server.
    let path: String
    let metrics: RequestMetrics
    private let bytes: ByteBuffer
    /// The entity tag (RFC 9110 §8.8.3), which is the same wherever the same document is served.
    private let tag: String

    /// - Parameters:
    ///   - place: `describedAt`: a path below the base path, or a URL.
    ///   - basePath: The path in front of every endpoint.
    init(_ document: APIDocument, at place: String, below basePath: String) {
        path = place.hasPrefix("/") ? basePath + place : APIDescription.Server(name: "", url: place).basePath
        metrics = RequestMetrics(route: path, endpoint: AttributeName.other)
        bytes = ByteBuffer(staticString: document.text)
        tag = "\"\(Data(SHA256.hash(data: Data(bytes.readableBytesView))).base64EncodedString())\""
    }

    /// The reply to a request.
    ///
    /// - Throws: ``Refusal`` (405) for a method that a document does not have.
    func reply(to request: Request, _ rules: APIDescription.RequestRules) throws(Refusal) -> Response {
        let methods = [HTTPRequest.Method.get] + (rules.refusesHead ? [] : [.head]) + (rules.refusesOptions ? [] : [.options])
        guard methods.contains(request.method) else { throw .methodNotAllowed(methods) }
        var response =
            switch request.method {
            case .options: Response.empty(status: 204, headers: preflight(request.headers, methods))
            case _ where isKnown(to: request.headers): Response.empty(status: 304, headers: [.eTag: tag, .cacheControl: "no-cache"])
            default:
                Response(
                    status: .ok,
                    headers: [.contentType: "application/json", .eTag: tag, .cacheControl: "no-cache"],
                    body: ResponseBody(byteBuffer: bytes)
                )
            }
        // Everyone may read it, scripts of other origins included.
        response.headers[.accessControlAllowOrigin] = "*"
        response.headers[.accessControlExposeHeaders] = "ETag"
        return request.method == .head ? response.withoutBody() : response
    }

    private func preflight(_ fields: HTTPFields, _ methods: [HTTPRequest.Method]) -> HTTPFields {
        guard fields.contains(.origin), fields.contains(.accessControlRequestMethod) else { return [.allow: methods.fieldValue] }
        return [
            .accessControlAllowMethods: methods.filter { $0 != .options }.fieldValue,
            .accessControlAllowHeaders: "If-None-Match",
            .accessControlMaxAge: String(CrossOrigin.maximumAge),
        ]
    }

    /// Whether the caller has the document already (RFC 9110 §13.1.2).
    private func isKnown(to fields: HTTPFields) -> Bool {
        guard let value = fields[.ifNoneMatch] else { return false }
        let known: Set<Substring> = ["*", tag[...], "W/\(tag)"]
        return value.split(separator: ",").contains { known.contains($0.trimming([" ", "\t"])) }
    }
}

extension Substring {
    /// The text without some characters at its ends.
    fileprivate func trimming(_ characters: Set<Character>) -> Substring {
        var text = drop(while: characters.contains)
        while let last = text.last, characters.contains(last) { text.removeLast() }
        return text
    }
}
