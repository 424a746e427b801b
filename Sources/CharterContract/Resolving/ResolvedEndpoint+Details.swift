import CharterRuntime

extension ResolvedEndpoint {
    /// What is said of the request beside the types of its values.
    package struct Details: Sendable {
        /// What a body means for objects inside it, where it changes something.
        package var patch: APIDescription.Patch?
        /// Whether the contract says so itself; else it is what the language takes for granted.
        package var isPatchStated = false
        package var rules: [APIDescription.ParameterRule] = []
        /// The media types of its body; empty where the API's own rules hold.
        package var media: [APIDescription.RequestRules.Media] = []
        /// The largest body in bytes, or nil where the API's own rules hold.
        package var bodySize: Int?
        package var deprecation: APIDescription.Deprecation?
    }
}

extension Endpoint {
    /// What is said of the request, with defaults filled in.
    var resolvedDetails: ResolvedEndpoint.Details {
        let patch = details.patch?.value ?? .merge
        return ResolvedEndpoint.Details(
            patch: method.value == .patch && takes != nil ? (patch == .merge ? .merge : .replaceNested) : nil,
            isPatchStated: details.patch != nil,
            rules: details.rules.map(\.resolved),
            media: (details.media?.value ?? []).compactMap { APIDescription.RequestRules.Media(rawValue: $0.value.rawValue) },
            bodySize: details.size?.value,
            deprecation: details.deprecation.map {
                APIDescription.Deprecation(since: $0.since?.value, sunset: $0.sunset?.value, successor: $0.successor?.value)
            }
        )
    }

    /// Whether deleting what is gone is a success.
    var repeatsDeletion: Bool { details.again?.value == 204 }
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
