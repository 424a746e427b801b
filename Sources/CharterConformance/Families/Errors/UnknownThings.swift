import CharterRuntime
import HTTPTypes

/// Requests for what does not exist.
struct UnknownThings {
    private let probe: EndpointProbe

    init(_ probe: EndpointProbe) {
        self.probe = probe
    }

    /// A path that the API does not have.
    func path(as request: EndpointRequest) throws(MissingFixture) -> SingleExchange {
        SingleExchange(moved(request), expecting: probe.refusal(.unknownPath))
    }

    /// The request, by GET to a path that the API does not have.
    func moved(_ request: EndpointRequest) -> EndpointRequest {
        var request = request
        request.endpoint.path = "/no-such-path-as-this"
        request.endpoint.method = .get
        request.body = nil
        return request
    }

    /// A value of the documented form that names nothing.
    func named(in parameter: APIDescription.Parameter) throws(MissingFixture) -> SingleExchange {
        SingleExchange(try request(named: parameter, as: try probe.sufficientRequest()), expecting: probe.refusal(.notFound))
    }

    /// A request in whose path a value of the documented form names nothing.
    func request(named parameter: APIDescription.Parameter, as request: EndpointRequest) throws(MissingFixture) -> EndpointRequest {
        var request = request
        let known = request.path[parameter.name] ?? ""
        let changed = String(known.dropLast()) + (known.hasSuffix("7") ? "3" : "7")
        // Numbers that follow one another come to an end far below.
        let last = String(known.map { $0.isASCII && $0.isNumber ? "9" : $0 })
        // Of counted things with a letter before the number there may be ten.
        let kept = known.lastIndex { !($0.isASCII && $0.isNumber) }.map { String(known[...$0]) } ?? ""
        // What is far away goes first: beside a thing that is there stand others.
        let candidates = [
            unusedNumber(of: parameter), "00000000-0000-4000-8000-00000000dead", "no-such-\(parameter.name.lowercased())-as-this",
            "9999-11-28", "9999-11-28T00:00:00Z", "0101-11-28", kept + "987654321", last, "999999999", String(changed.reversed()),
            String(known.dropLast()) + "Q", String(known.dropLast()) + "q", changed,
        ]
        let fit = candidates.compactMap(\.self).first { probe.api.faults(of: [$0], parameter, at: "").isEmpty && $0 != known }
        guard let fit else { throw MissingFixture("a \(parameter.name) of the documented form that names nothing") }
        request.path[parameter.name] = fit
        return request
    }

    /// A number near the greatest that the parameter can be: things are counted from below, and those of a demonstration are few.
    private func unusedNumber(of parameter: APIDescription.Parameter) -> String? {
        guard case .integer(let range)? = probe.api.resolved(parameter.schema)?.schema else { return nil }
        return range.maximum.map { String($0 - ($0 > 1_000 ? 7 : 0)) } ?? "987654321"
    }
}
