import CharterRuntime
import HTTPTypes

/// What the request says is not refused as invalid, and does not make the server fail; whatever else comes depends on what was done before.
struct NotInvalid: Expectation {
    private let refusals: [(status: Int, code: String)]
    private let format: APIDescription.ErrorFormat

    init(in api: APIDescription) {
        format = api.errors
        let codes: [Problem.Code] = [.invalidField, .malformedBody, .bodyTooLarge, .unsupportedMediaType]
        refusals = codes.map { (api.errors.status(of: $0), api.errors.text(of: $0)) }
    }

    var summary: String { "no refusal as invalid" }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        let status = reply.head.status.code
        if status >= 500 { return ["the status is \(status)"] }
        let codes = refusals.filter { $0.status == status }.map(\.code)
        guard !codes.isEmpty else { return [] }
        let found = (try? JSONCoding.decode(JSONValue.self, from: reply.body))?.code(as: format.body)
        return found.map(codes.contains) ?? true ? ["the status is \(status)"] : []
    }
}
