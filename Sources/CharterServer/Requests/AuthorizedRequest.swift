import CharterRuntime
import HTTPTypes

/// A request that has passed every check of the API's description.
///
/// Its values can be read without fear of faults: whatever the description says of them has been checked.
public struct AuthorizedRequest: Sendable {
    private let content: Content

    /// It has many parts: handlers pass the request on as one.
    private final class Content: Sendable {
        let exchange: Exchange

        init(_ exchange: consuming Exchange) {
            self.exchange = exchange
        }
    }

    init(_ exchange: consuming Exchange) {
        content = Content(exchange)
    }

    var exchange: Exchange {
        _read { yield content.exchange }
    }

    /// Who makes the request.
    public var caller: Caller { exchange.caller }

    /// The tenant on whose data the request works, whatever names it; nil where the endpoint has to do with no single tenant.
    public var tenant: String? { exchange.tenant }

    /// The endpoint that was called.
    public var endpoint: APIDescription.Endpoint {
        _read { yield exchange.endpoint }
    }

    /// The name of this request in the server's log, and in the `X-Request-Id` of its reply.
    public var requestID: String { exchange.facts.requestID }

    /// The version of the API that the request chose; the contract's own where requests choose none.
    public var version: String { exchange.facts.version }

    /// What tells this call from others, so that it can be repeated safely; nil where the caller gave nothing.
    public var idempotencyKey: String? { exchange.idempotencyKey }

    /// The part of the list that is asked for; the whole list where the endpoint is not paged by numbers.
    public var offsetPage: OffsetPage {
        exchange.page?.byNumber ?? OffsetPage(limit: PageReading.maximumOffset, offset: 0)
    }

    /// The part of the list that is asked for where a page leads to the next one; the whole list where none does.
    public var cursorPage: CursorPage {
        exchange.page?.byCursor ?? CursorPage(limit: PageReading.maximumOffset)
    }

    /// The body, decoded.
    ///
    /// - Throws: ``Refusal`` (400) if it does not have the shape of a `Value`; another error, answered 500, if the endpoint takes no
    ///   body.
    public func body<Value: JSONReadable>() throws -> Value {
        guard endpoint.requestBody != nil else { throw UndescribedName(name: "body", endpoint: endpoint.id) }
        do throws(JSONFault) {
            return try JSONCoding.decode(Value.self, from: exchange.body, spellings: exchange.api.strictness.spellings)
        } catch {
            throw Self.refusal(error.path.isEmpty ? "body" : error.path, "is not what this endpoint takes", .invalidField)
        }
    }

    static func refusal(_ field: String, _ message: String, _ kind: Problem.Code) -> Refusal {
        .invalid(kind, [Problem.FieldFault(field: field, message: message)])
    }
}

extension AuthorizedRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The endpoint and the request's name in the log; its header fields hold credentials, and its body what is nobody else's business.
    public var description: String { "\(endpoint.id) \(requestID)" }
    /// The same.
    public var debugDescription: String { description }
    /// The same in parts, and who calls.
    public var customMirror: Mirror { Mirror(self, children: ["endpoint": endpoint.id, "requestID": requestID, "caller": caller]) }
}
