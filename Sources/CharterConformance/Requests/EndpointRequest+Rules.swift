import CharterRuntime

extension EndpointRequest {
    /// Whether its query parameters are as near one another as the endpoint wants them.
    var keepsSpans: Bool {
        endpoint.rules.allSatisfy { rule in
            guard case .span(let from, let to, let seconds) = rule, let start = value(of: from), let end = value(of: to) else {
                return true
            }
            func instant(_ text: String) -> Timestamp? { Timestamp(text) ?? Timestamp("\(text)T00:00:00Z") }
            if let start = instant(start), let end = instant(end) {
                return end >= start && seconds.map { end <= start.later(bySeconds: Int64($0)) } ?? true
            }
            guard let start = Double(start), let end = Double(end) else { return true }
            return end >= start
        }
    }

    private func value(of parameter: String) -> String? { query.first { $0.name == parameter }?.value }
}

extension APIDescription.ParameterRule {
    /// The parameters of which it speaks.
    var names: [String] {
        switch self {
        case .exactlyOne(let names), .atMostOne(let names), .together(let names): names
        case .span(let from, let to, _): [from, to]
        }
    }

    /// Whether it says which parameters are there, and not how their values stand to one another.
    var isOfPresence: Bool { if case .span = self { false } else { true } }

    /// Whether a request has to say one of its parameters.
    var wantsOne: Bool { if case .exactlyOne = self { true } else { false } }

    /// The parameters beside which another one cannot stand.
    func rivals(of name: String) -> [String] {
        switch self {
        case .exactlyOne(let names), .atMostOne(let names): names.contains(name) ? names.filter { $0 != name } : []
        case .together, .span: []
        }
    }
}
