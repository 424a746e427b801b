import CharterRuntime

/// What keeps several parameters from standing together as the endpoint documents.
struct ParameterRuleCheck {
    let endpoint: APIDescription.Endpoint
    let values: ParameterValues

    /// The faults, in the order of the rules; empty where all hold.
    var faults: [Problem.FieldFault] {
        endpoint.rules.flatMap(faults(of:))
    }

    private func faults(of rule: APIDescription.ParameterRule) -> [Problem.FieldFault] {
        switch rule {
        case .span(let from, let to, let seconds): spanFaults(from, to, seconds)
        case .together(let names):
            if let one = names.first(where: values.given.contains) {
                names.filter { !values.given.contains($0) }.map { fault($0, "is required beside '\(one)'") }
            } else {
                []
            }
        case .atMostOne(let names): excess(names)
        case .exactlyOne(let names):
            if names.contains(where: values.given.contains) {
                excess(names)
            } else {
                names.prefix(1).map { fault($0, "is required, or instead of it one of \(names.dropFirst().joined(separator: ", "))") }
            }
        }
    }

    private func excess(_ names: [String]) -> [Problem.FieldFault] {
        let given = names.filter(values.given.contains)
        return given.dropFirst().map { fault($0, "must not stand beside '\(given[0])'") }
    }

    private func spanFaults(_ from: String, _ to: String, _ seconds: Int?) -> [Problem.FieldFault] {
        guard let start = values[from], let end = values[to] else { return [] }
        if let start = instant(start), let end = instant(end) {
            if end < start { return [fault(to, "must not be before '\(from)'")] }
            let latest = seconds.map { start.later(bySeconds: Int64($0)) }
            if let seconds, let latest, end > latest { return [fault(to, "must be at most \(seconds.asDuration) behind '\(from)'")] }
        } else if let start = Double(start), let end = Double(end), end < start {
            return [fault(to, "must not be less than '\(from)'")]
        }
        return []
    }

    private func instant(_ text: String) -> Timestamp? {
        Timestamp(text) ?? Timestamp(day: text)
    }

    private func fault(_ name: String, _ message: String) -> Problem.FieldFault {
        let place: ParameterPlace =
            if endpoint.queryParameters.contains(where: { $0.name == name }) {
                .query
            } else if endpoint.headerParameters.contains(where: { $0.name == name }) {
                .header
            } else {
                .path
            }
        return .init(field: place.field(name), message: message)
    }
}
