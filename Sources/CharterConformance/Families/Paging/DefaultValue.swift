import CharterRuntime

/// A query parameter that stands for a value where a request leaves it out.
struct DefaultValue {
    private let probe: EndpointProbe
    private let parameter: APIDescription.Parameter
    private let text: String

    /// - Returns: nil where it stands for none, or where others decide whether it may be sent.
    init?(_ probe: EndpointProbe, _ parameter: APIDescription.Parameter) {
        guard let text = Self.text(of: parameter, at: probe.endpoint) else { return nil }
        (self.probe, self.parameter, self.text) = (probe, parameter, text)
    }

    /// What the parameter stands for, where a request can say it or leave it out as it likes.
    static func text(of parameter: APIDescription.Parameter, at endpoint: APIDescription.Endpoint) -> String? {
        let isBound = endpoint.rules.contains { $0.isOfPresence && $0.names.contains(parameter.name) }
        return isBound || parameter.isRequired ? nil : parameter.defaultValue
    }

    /// A request without it is answered as one that says it.
    func dialogue() throws(MissingFixture) -> Dialogue {
        var plain = try probe.sufficientRequest()
        ParameterPlace.query.remove(parameter.name, from: &plain)
        var asking = plain
        asking.query.append(.init(parameter.name, text, keepsCommas: parameter.listStyle == .comma))
        let (silent, saying) = (plain, asking)
        return Dialogue(silent, expecting: "what comes with \(parameter.name)=\(text) too") { conversation in
            let wanted = try await contents(saying, conversation)
            let found = try await contents(silent, conversation)
            if wanted == found { return "the same with \(parameter.name)=\(text)" }
            // What is different each time tells nothing.
            guard try await contents(saying, conversation) == wanted else {
                throw MissingFixture(unfit: "\(probe.endpoint.id) answers something else each time")
            }
            throw conversation.fail(silent, "something else comes than with \(parameter.name)=\(text)")
        }
    }

    /// What a reply holds, without what it says of itself alone.
    private func contents(_ request: EndpointRequest, _ conversation: Conversation) async throws -> JSONValue? {
        if probe.endpoint.listedProperties(in: probe.api) != nil { return .array(try await ListedItems(request, conversation).items) }
        return try await conversation.groundwork(request, "to compare with").result(of: probe.endpoint)?.withoutQueries
    }
}

extension JSONValue {
    /// The value with URLs up to their queries: those may repeat what was asked.
    fileprivate var withoutQueries: JSONValue {
        switch self {
        case .string(let text): .string(String(text.prefix { $0 != "?" }))
        case .array(let items): .array(items.map(\.withoutQueries))
        case .object(let members): .object(members.mapValues(\.withoutQueries))
        case .null, .boolean, .integer, .number, .exact: self
        }
    }
}
