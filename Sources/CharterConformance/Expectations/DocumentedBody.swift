import CharterRuntime
import HTTPTypes

/// The reply has a documented status, the documented header fields, and a body of the documented media type and shape, or none.
struct DocumentedBody: Expectation {
    private let api: APIDescription
    private let success: APIDescription.Success
    private let schema: APIDescription.Schema?
    /// The members that name the request, by their paths.
    private let requestIDMembers: [String]
    /// The header field that names the request, if one does.
    private let requestIDField: HTTPField.Name?

    init(api: APIDescription, endpoint: APIDescription.Endpoint) {
        self.api = api
        success = endpoint.success
        schema = api.wholeBody(of: endpoint)
        requestIDMembers = endpoint.envelope?.extras.filter { $0.value == .requestID }.keys.sorted() ?? []
        requestIDField = api.responseHeaders.first { $0.value == .requestID }.flatMap { HTTPField.Name($0.key) }
    }

    var summary: String {
        "\(success.statusText) " + (schema == nil ? "without a body" : "with an application/json body of the documented type")
    }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        guard success.isStatus(of: reply) else { return ["the status is \(reply.head.status.code)"] }
        return headerFaults(in: reply, to: request) + bodyFaults(in: reply)
    }

    private func headerFaults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        let needsLocation = success.location != nil && reply.head.status.code == 201
        let location = needsLocation && reply.head.headerFields[.location] == nil ? ["there is no Location"] : []
        return success.headers.flatMap { ownFaults($0, in: reply) } + location + CommonFields(of: api).faults(in: reply, to: request)
    }

    /// What is wrong with a header field that the endpoint documents itself.
    private func ownFaults(_ header: APIDescription.Parameter, in reply: HTTPReply) -> [String] {
        guard let texts = api.texts(of: header, in: reply.head.headerFields) else {
            return header.isRequired ? ["there is no \(header.name)"] : []
        }
        return api.faults(of: texts, header, at: header.name, direction: .response).map { "\($0.field): \($0.message)" }
    }

    private func bodyFaults(in reply: HTTPReply) -> [String] {
        guard let schema else { return reply.body.isEmpty ? [] : ["there is a body of \(reply.body.count) bytes"] }
        let media = reply.mediaType == "application/json" ? [] : ["the media type is \(reply.mediaType ?? "missing")"]
        guard let value = try? JSONCoding.decode(JSONValue.self, from: reply.body) else { return media + ["the body is not JSON"] }
        let faults = api.faults(of: value, against: schema, direction: .response)
        let instants = faults.isEmpty ? api.instantFaults(in: value, against: schema) : []
        let spellings = faults.isEmpty ? api.spellingFaults(in: value, against: schema) : []
        return media + (faults + instants + spellings).map { "\($0.field.isEmpty ? "the body" : $0.field): \($0.message)" }
            + nameFaults(in: value, reply)
    }

    /// Body and header name the request alike.
    private func nameFaults(in body: JSONValue, _ reply: HTTPReply) -> [String] {
        guard let field = requestIDField, let name = reply.head.headerFields[field] else { return [] }
        return requestIDMembers.filter { member in body.member(at: member).map { $0 != .string(name) } ?? false }.map { member in
            "\(member) is not what \(field) says"
        }
    }
}
