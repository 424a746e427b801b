import CharterRuntime

extension ResolvedEndpoint {
    /// What is said of the request beside the types of its values.
    package struct Details: Sendable {
        /// What a body means for objects inside it, where it changes something.
        package var patch: APIDescription.Patch?
        /// Whether the contract says so itself; else it is what the language takes for granted.
        package var isPatchStated = false
        /// Whether a change that changes nothing is refused.
        package var refusesEmpty = false
        package var rules: [APIDescription.ParameterRule] = []
        package var filters: [APIDescription.Filter] = []
        /// The media types of its body, its own or the API's; none without a body.
        package var media: [APIDescription.RequestRules.Media] = []
        /// The largest body in bytes, or nil where the API's own rules hold.
        package var bodySize: Int?
        package var deprecation: APIDescription.Deprecation?
    }
}

extension Endpoint {
    /// What is said of the request, with defaults filled in, some of them from what the API says of all requests.
    func resolvedDetails(_ rules: APIDescription.RequestRules) -> ResolvedEndpoint.Details {
        let patch = details.patch?.value ?? .merge
        return ResolvedEndpoint.Details(
            patch: method.value == .patch && takes != nil ? (patch == .merge ? .merge : .replaceNested) : nil,
            isPatchStated: details.patch != nil,
            refusesEmpty: details.empty?.value == .reject,
            rules: details.rules.map(\.resolved),
            filters: details.filters.map(\.resolved),
            media: takes == nil ? [] : media(rules),
            bodySize: details.size?.value,
            deprecation: details.deprecation.map {
                APIDescription.Deprecation(since: $0.since?.value, sunset: $0.sunset?.value, successor: $0.successor?.value)
            }
        )
    }

    /// The media types of its body, its own or those of the API.
    func media(_ rules: APIDescription.RequestRules) -> [APIDescription.RequestRules.Media] {
        details.media?.value.compactMap { APIDescription.RequestRules.Media(rawValue: $0.value.rawValue) } ?? rules.media
    }

    /// Whether deleting what is gone is a success.
    var repeatsDeletion: Bool { details.again?.value == 204 }
}

extension HeaderSetting {
    /// The field as one that requests may not have; nil where they may.
    var forbiddenHeader: APIDescription.ForbiddenHeader? {
        forbidden.map { answer in
            let isOwn = answer.value != APIDescription.ErrorFormat.Fault(kind: answer.value.kind)
            return APIDescription.ForbiddenHeader(name: name.value, answer: isOwn ? answer.value : nil)
        }
    }
}

extension Endpoint.Rule {
    fileprivate var resolved: APIDescription.ParameterRule {
        let names = parameters.map(\.value)
        return switch kind {
        case .span, .order: .span(from: names[0], to: names[1], seconds: seconds?.value)
        case .together: .together(names)
        case .oneOf: .exactlyOne(names)
        case .atMostOne: .atMostOne(names)
        }
    }
}

extension Endpoint.Filter {
    fileprivate var resolved: APIDescription.Filter {
        APIDescription.Filter(
            name: name.value,
            comparisons: comparisons.map { .init(field: $0.field.value, relation: $0.relation.value) }
        )
    }
}
