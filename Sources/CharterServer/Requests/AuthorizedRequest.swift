import CharterRuntime
import HTTPTypes

/// A request that has passed every check of the API's description.
///
/// Its values can be read without fear of faults: whatever the description says of them has been checked.
public struct AuthorizedRequest: Sendable {
    private let exchange: Exchange

    init(_ exchange: Exchange) {
        self.exchange = exchange
    }

    /// Who makes the request.
    public var caller: Caller { exchange.caller }

    /// The endpoint that was called.
    public var endpoint: APIDescription.Endpoint { exchange.endpoint }

    /// The name of this request in the server's log, and in the `X-Request-Id` of its reply.
    public var requestID: String { exchange.requestID }

    /// The part of the list that is asked for; the whole list where the endpoint is not paged.
    public var offsetPage: OffsetPage {
        exchange.page ?? OffsetPage(limit: OffsetPaging.maximumOffset, offset: 0)
    }

    /// A parameter of the path, decoded.
    ///
    /// - Throws: ``Refusal`` (400) if its text is no `Value`; another error, answered 500, if the endpoint has no such parameter.
    public func path<Value: LosslessStringConvertible>(_ name: String) throws -> Value {
        guard let text = exchange.path[name] else { throw UndescribedName(name: name, endpoint: endpoint.id) }
        return try convert(text, "path.\(name)")
    }

    /// A parameter of the query, decoded; nil if it is absent.
    ///
    /// - Throws: ``Refusal`` (400) if its text is no `Value`.
    public func query<Value: LosslessStringConvertible>(_ name: String) throws -> Value? {
        try exchange.query[name].map { try convert($0, "query.\(name)") }
    }

    /// A parameter of the query that must be there, decoded.
    ///
    /// - Throws: ``Refusal`` (400) if it is absent or its text is no `Value`.
    public func requiredQuery<Value: LosslessStringConvertible>(_ name: String) throws -> Value {
        guard let value: Value = try query(name) else { throw Self.refusal("query.\(name)", "is required") }
        return value
    }

    /// The body, decoded.
    ///
    /// - Throws: ``Refusal`` (400) if it does not have the shape of a `Value`; another error, answered 500, if the endpoint takes no
    ///   body.
    public func body<Value: Decodable>() throws -> Value {
        guard endpoint.requestBody != nil else { throw UndescribedName(name: "body", endpoint: endpoint.id) }
        do {
            return try JSONCoding.decode(Value.self, from: exchange.body)
        } catch let error as DecodingError {
            throw Self.refusal(error.field ?? "body", "is not what this endpoint takes")
        }
    }

    private func convert<Value: LosslessStringConvertible>(_ text: String, _ field: String) throws -> Value {
        guard let value = Value(text) else { throw Self.refusal(field, "is not what this endpoint takes") }
        return value
    }

    private static func refusal(_ field: String, _ message: String) -> Refusal {
        .invalidRequest([Problem.FieldFault(field: field, message: message)])
    }
}
