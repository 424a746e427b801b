import CharterRuntime

extension EndpointRequest {
    /// Adds values to the query as the parameter has several: with commas between, or each under the name again.
    mutating func ask(for values: [JSONValue], in parameter: APIDescription.Parameter) {
        let texts = values.compactMap(\.parameterText)
        if parameter.listStyle == .comma {
            query.append(.init(parameter.name, texts.joined(separator: ","), keepsCommas: true))
        } else {
            query += texts.map { .init(parameter.name, $0) }
        }
    }

    /// Gives the object in the body, if it is one, a member beside those that it has.
    mutating func setMember(_ name: String, _ text: String) {
        guard case .object(var members)? = body.flatMap({ try? JSONCoding.decode(JSONValue.self, from: $0) }) else { return }
        members[name] = .string(text)
        body = try? JSONCoding.encode(JSONValue.object(members))
    }

    /// Names in the path what another request names at the same places.
    mutating func takePath(from other: EndpointRequest) {
        for (own, segment) in zip(endpoint.path.segments, other.endpoint.path.segments) {
            if case (.parameter(let name), .parameter(let place)) = (own, segment) { path[name] = other.path[place] }
        }
    }
}
