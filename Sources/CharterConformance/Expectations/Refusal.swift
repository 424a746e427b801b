import CharterClient
import CharterRuntime
import HTTPTypes

/// The request is refused with a status and the API's error body.
struct Refusal: Expectation {
    /// A status and the text by which programs tell the fault.
    private let answers: [(status: Int, code: String)]
    private let format: APIDescription.ErrorFormat
    private let instants: InstantForm
    /// The challenge that a 401 documents; nil where it has none, or the endpoint has several to choose from.
    private let challenge: String?
    private let isChallenged: Bool
    /// The header fields of every reply.
    private let commonFields: [String]

    /// - Parameters:
    ///   - codes: The reasons, of which the server gives one.
    ///   - status: The status where it does not follow from the reason.
    init(_ codes: [Problem.Code], status: Int? = nil, of endpoint: APIDescription.Endpoint, in api: APIDescription) {
        format = api.errors
        instants = InstantForm(precision: api.json.timestamps)
        commonFields = api.responseHeaders.keys.sorted()
        answers = codes.map { (status ?? api.errors.status(of: $0), api.errors.text(of: $0)) }
        let challenges = endpoint.auth.names.compactMap(api.credential).map(\.challenge)
        isChallenged = challenges.contains { $0 != nil }
        challenge = challenges.count == 1 ? challenges.first ?? nil : nil
    }

    var summary: String {
        let statuses = Set(answers.map(\.status)).sorted()
        let code = format.body.hasCode ? "of code \(answers.map(\.code).joined(separator: " or "))" : "of the documented form"
        return "\(statuses.map(String.init).joined(separator: " or ")) with an \(format.mediaType) body \(code)"
            + (statuses.contains(401) && isChallenged ? " and WWW-Authenticate" : "")
    }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        let status = reply.head.status.code
        let codes = answers.filter { $0.status == status }.map(\.code)
        // What the body of another status looks like says nothing about this refusal.
        guard !codes.isEmpty else { return ["the status is \(status)"] }
        var faults = status == 401 ? challengeFaults(in: reply) : []
        faults += commonFields.filter { HTTPField.Name($0).flatMap { reply.head.headerFields[$0] } == nil }.map { "there is no \($0)" }
        if reply.mediaType != format.mediaType { faults.append("the media type is \(reply.mediaType ?? "missing")") }
        guard let body = try? JSONCoding.decode(JSONValue.self, from: reply.body) else { return faults + ["the body is not JSON"] }
        let expected = ErrorBody(status: status, codes: codes, request: request, instants: instants)
        return faults + expected.faults(of: body, as: format.body, at: "the body")
    }

    private func challengeFaults(in reply: HTTPReply) -> [String] {
        guard isChallenged else { return [] }
        guard let text = reply.head.headerFields[.wwwAuthenticate] else { return ["there is no WWW-Authenticate"] }
        guard let challenge, !text.contains(challenge) else { return [] }
        return ["WWW-Authenticate is not \(challenge)"]
    }
}
