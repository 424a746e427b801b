import CharterRuntime
import HTTPTypes

/// What the request says is not refused as invalid, and does not make the server fail; whatever else comes depends on what was done before.
struct NotInvalid: Expectation {
    private let refusals: [(status: Int, code: String)]
    private let format: APIDescription.ErrorFormat
    /// Where the fault has to be, as the API writes places, for a refusal to count; nil where all count.
    private let place: String?

    /// - Parameter place: A place in the body. What is refused for another one hangs together in ways that no contract says.
    init(in api: APIDescription, at place: String? = nil) {
        format = api.errors
        self.place = place.map(api.errors.fieldPaths.text)
        let codes: [Problem.Code] = [.invalidField, .malformedBody, .bodyTooLarge, .unsupportedMediaType]
        refusals = codes.map { (api.errors.status(of: $0), api.errors.text(of: $0)) }
    }

    var summary: String { "no refusal as invalid" }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        let status = reply.head.status.code
        if status >= 500 { return ["the status is \(status)"] }
        let codes = refusals.filter { $0.status == status }.map(\.code)
        guard !codes.isEmpty else { return [] }
        guard let body = try? JSONCoding.decode(JSONValue.self, from: reply.body) else { return ["the status is \(status)"] }
        let isInvalid = body.code(as: format.body).map(codes.contains) ?? true
        return isInvalid && concernsPlace(body) ? ["the status is \(status)"] : []
    }

    private func concernsPlace(_ body: JSONValue) -> Bool {
        guard let place, format.namesPlaces else { return true }
        let places = body.faultPlaces(as: format.body)
        return places.isEmpty || places.contains { $0.isPlace(atOrBelow: place) }
    }
}
