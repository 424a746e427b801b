import CharterRuntime

/// Parameters that keep or break what must hold of several together.
struct RuleTrial: Sendable {
    let name: String
    let isValid: Bool
    /// The parameters that the request has, of those of the rule.
    private let present: [String: String?]
    private let names: [String]

    private init(_ name: String, isValid: Bool = false, of names: [String], having present: [String: String?]) {
        self.name = name
        self.isValid = isValid
        self.names = names
        self.present = present
    }

    /// - Throws: ``MissingFixture`` where a value is not known.
    func request(of probe: EndpointProbe) throws(MissingFixture) -> EndpointRequest {
        var request = try probe.sufficientRequest()
        request.query.removeAll { names.contains($0.name) }
        for parameter in probe.endpoint.queryParameters {
            guard let value = present[parameter.name] else { continue }
            if let value {
                request.query.append(.init(parameter.name, value))
            } else {
                guard let texts = probe.texts(of: parameter, invents: !isValid) else {
                    throw MissingFixture("a value for \(parameter.name)")
                }
                request.query += texts.map { .init(parameter.name, $0) }
            }
        }
        return request
    }

    static func all(of rule: APIDescription.ParameterRule, _ endpoint: APIDescription.Endpoint, _ api: APIDescription) -> [RuleTrial] {
        switch rule {
        case .together(let names):
            return names.prefix(1).map { RuleTrial("one-alone", of: names, having: [$0: nil]) }
        case .atMostOne(let names):
            return [RuleTrial("two", of: names, having: Dictionary(uniqueKeysWithValues: names.prefix(2).map { ($0, nil) }))]
        case .exactlyOne(let names):
            return [
                RuleTrial("none", of: names, having: [:]),
                RuleTrial("two", of: names, having: Dictionary(uniqueKeysWithValues: names.prefix(2).map { ($0, nil) })),
            ]
        case .span(let from, let to, let seconds): return spans(from, to, seconds, endpoint, api)
        }
    }

    private static func spans(
        _ from: String,
        _ to: String,
        _ seconds: Int?,
        _ endpoint: APIDescription.Endpoint,
        _ api: APIDescription
    ) -> [RuleTrial] {
        guard let schema = endpoint.queryParameters.first(where: { $0.name == from }).flatMap({ api.resolved($0.schema)?.schema }) else {
            return []
        }
        let isDate = if case .string(.date, _, _) = schema { true } else { false }
        // Noon of a day in the middle of the calendar; spans are whole days where the ends are days.
        let start = 1_777_593_600
        func text(_ instant: Int) -> String {
            let text = Timestamp(secondsSinceEpoch: Int64(instant)).description
            return isDate ? String(text.prefix(10)) : text
        }
        func span(_ name: String, _ length: Int, isValid: Bool) -> RuleTrial {
            RuleTrial(name, isValid: isValid, of: [from, to], having: [from: text(start), to: text(start + length)])
        }
        let day = 86_400
        var trials = [span("ends-before-begin", -day, isValid: false), span("no-length", 0, isValid: true)]
        if let seconds {
            trials.append(span("longest", seconds, isValid: true))
            trials.append(span("too-long", seconds + (isDate ? day : 1), isValid: false))
        }
        return trials
    }
}
