import CharterClient
import CharterRuntime
import HTTPTypes

/// The reply has the documented status, and a body of the documented media type and shape, or none.
struct DocumentedBody: Expectation {
    private let api: APIDescription
    private let success: APIDescription.Success
    private let schema: APIDescription.Schema?

    init(api: APIDescription, endpoint: APIDescription.Endpoint) {
        self.api = api
        success = endpoint.success
        schema = endpoint.success.body.map { endpoint.paging?.members.envelope(of: $0) ?? $0 }
    }

    var summary: String {
        "\(success.status) " + (schema == nil ? "without a body" : "with an application/json body of the documented type")
    }

    func faults(in reply: HTTPReply) -> [String] {
        guard reply.head.status.code == success.status else { return ["the status is \(reply.head.status.code)"] }
        guard let schema else { return reply.body.isEmpty ? [] : ["there is a body of \(reply.body.count) bytes"] }
        let media = reply.mediaType == "application/json" ? [] : ["the media type is \(reply.mediaType ?? "missing")"]
        guard let value = try? JSONCoding.decode(JSONValue.self, from: reply.body) else { return media + ["the body is not JSON"] }
        let faults = api.faults(of: value, against: schema, direction: .response)
        return media + faults.map { "\($0.field.isEmpty ? "the body" : $0.field): \($0.message)" }
    }
}

extension APIDescription.Paging.Members {
    /// The object that holds a page of such items.
    fileprivate func envelope(of item: APIDescription.Schema) -> APIDescription.Schema {
        let count = APIDescription.Schema.integer(range: .init(0))
        let named: [(String?, APIDescription.Schema)] = [
            (items, .list(of: item)), (total, count), (hasMore, .boolean), (pageSize, count), (offset, count),
        ]
        return .object(named.compactMap { name, schema in name.map { .init($0, schema) } })
    }
}
