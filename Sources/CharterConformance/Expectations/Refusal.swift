import CharterRuntime
import HTTPTypes

/// The request is refused with a status and the API's error body, which tells what the caller may know and nothing else.
struct Refusal: Expectation {
    /// A status and the text by which programs tell the fault.
    private let answers: [(status: Int, code: String)]
    private let format: APIDescription.ErrorFormat
    private let instants: InstantForm
    /// The challenges that the credentials of the endpoint document: a 401 has at least one of them.
    private var challenges: [String]
    /// The header fields of every reply.
    private let commonFields: CommonFields
    /// The header field of every reply that names the request, if one does.
    private let requestIDField: String?
    /// What may tell who calls, wherever the request has it.
    private let credentials: [APIDescription.Credential]
    /// Where the fault is that the reply must name, as the API writes places; nil where it need name none.
    private let place: String?
    /// Further places that the reply must name.
    var otherPlaces: [String] = []

    /// - Parameters:
    ///   - codes: The reasons, of which the server gives one.
    ///   - status: The status where it does not follow from the reason.
    init(_ codes: [Problem.Code], status: Int? = nil, of endpoint: APIDescription.Endpoint, in api: APIDescription) {
        let answers = codes.map { (status: status ?? api.errors.status(of: $0), code: api.errors.text(of: $0)) }
        self.init(answers, of: endpoint, in: api)
    }

    /// - Parameters:
    ///   - answers: Statuses, each with the text by which programs tell the fault, of which the server gives one.
    ///   - place: Where the fault is, as the API writes places.
    init(_ answers: [(status: Int, code: String)], at place: String? = nil, of endpoint: APIDescription.Endpoint, in api: APIDescription) {
        self.answers = answers
        self.place = place
        format = api.errors
        instants = InstantForm(precision: api.json.timestamps)
        credentials = api.credentials
        commonFields = CommonFields(of: api)
        requestIDField = api.responseHeaders.first { $0.value == .requestID }?.key
        challenges = endpoint.auth.names.compactMap(api.credential).compactMap(\.challenge)
    }

    /// The same refusal, in which a 401 has just that challenge, whatever else it has; any documented one where it is nil.
    func challenging(with challenge: String?) -> Refusal {
        guard let challenge else { return self }
        var refusal = self
        refusal.challenges = [challenge]
        return refusal
    }

    var summary: String {
        let statuses = Set(answers.map(\.status)).sorted()
        var codes: [String] = []
        for answer in answers where !codes.contains(answer.code) { codes.append(answer.code) }
        let code = format.body.hasCode ? "of code \(codes.joined(separator: " or "))" : "of the documented form"
        return "\(statuses.map(String.init).joined(separator: " or ")) with an \(format.mediaType) body \(code)"
            + (statuses.contains(401) && !challenges.isEmpty ? " and WWW-Authenticate" : "")
            + (place.map { format.namesPlaces ? " that names \(([$0] + otherPlaces).joined(separator: " and "))" : "" } ?? "")
    }

    /// Whether a status is one of those that it is refused with.
    func allows(_ status: Int) -> Bool { answers.contains { $0.status == status } }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        let status = reply.head.status.code
        let codes = answers.filter { $0.status == status }.map(\.code)
        // What the body of another status looks like says nothing about this refusal.
        guard !codes.isEmpty else { return ["the status is \(status)"] }
        var faults = status == 401 ? challengeFaults(in: reply) : []
        faults += commonFields.faults(in: reply, to: request)
        faults += Leaks(of: request, credentials: credentials).faults(in: reply)
        if reply.mediaType != format.mediaType { faults.append("the media type is \(reply.mediaType ?? "missing")") }
        guard let body = try? JSONCoding.decode(JSONValue.self, from: reply.body) else { return faults + ["the body is not JSON"] }
        let requestID = requestIDField.flatMap { HTTPField.Name($0) }.flatMap { reply.head.headerFields[$0] }
        let expected = ErrorBody(
            status: status,
            codes: codes,
            message: message(of: status, codes, in: body),
            request: request,
            instants: instants,
            requestID: requestID,
            retryAfter: reply.retryAfter.map { Int64($0) }
        )
        return faults + expected.faults(of: body, as: format.body, at: "the body") + placeFaults(in: body)
    }

    /// The API's own wording for the fault that a body tells; nil where it states none.
    private func message(of status: Int, _ codes: [String], in body: JSONValue) -> String? {
        let code = body.code(as: format.body) ?? (codes.count == 1 ? codes.first : nil)
        let meant = format.faults.filter { format.status(of: $0.kind) == status && format.text(of: $0.kind) == code }
        guard let message = meant.first?.message, meant.allSatisfy({ $0.message == message }) else { return nil }
        // A failure of the usual wording may have the same code.
        let others = Problem.Code.allCases.filter { kind in
            !meant.contains { $0.kind == kind } && format.status(of: kind) == status && format.text(of: kind) == code
        }
        return others.isEmpty ? message : nil
    }

    private func challengeFaults(in reply: HTTPReply) -> [String] {
        guard !challenges.isEmpty else { return [] }
        guard let text = reply.head.headerFields[.wwwAuthenticate] else { return ["there is no WWW-Authenticate"] }
        if challenges.contains(where: text.contains) {
            // Beside one that is as documented, another may be none of its scheme's.
            let byScheme = Dictionary(grouping: challenges) { $0.prefix { $0 != " " } + " " }
            let wrong = byScheme.filter { scheme, ones in text.contains(scheme) && !ones.contains(where: text.contains) }
            return wrong.values.map { "WWW-Authenticate is not \($0.joined(separator: " or "))" }.sorted()
        }
        return ["WWW-Authenticate is not \(challenges.joined(separator: " or "))"]
    }

    private func placeFaults(in body: JSONValue) -> [String] {
        guard format.namesPlaces else { return [] }
        let places = body.faultPlaces(as: format.body)
        return ((place.map { [$0] } ?? []) + otherPlaces).filter { place in !places.contains { $0.isPlace(atOrBelow: place) } }.map {
            place in
            "no fault is at \(place) but at \(places.isEmpty ? "no place" : places.joined(separator: ", "))"
        }
    }
}
