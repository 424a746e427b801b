import CharterContract
import CharterRuntime

/// Header fields that follow from conventions, as OpenAPI has them.
enum ConventionHeader {
    /// A header field of a response.
    static func member(
        _ name: String,
        _ about: String,
        _ schema: OrderedJSON,
        example: OrderedJSON,
        isRequired: Bool = true,
        assumption: OrderedJSON? = nil,
        extensions: [OrderedJSON.Member] = []
    ) -> OrderedJSON.Member {
        let field: [OrderedJSON.Member] = [
            .init("description", .string(about)), .init("required", .boolean(isRequired)), .init("schema", schema),
            .init("example", example),
        ]
        return OrderedJSON.Member(name, .object(field + (assumption.map { [.init("x-charter-assumed", $0)] } ?? []) + extensions))
    }

    /// The header fields of every response.
    static func common(_ api: ResolvedAPI) -> [OrderedJSON.Member] {
        api.conventions.responseHeaders.map { header in
            let (about, schema, example) = ResponseValueObject.parts(header.value, inHeader: true, api)
            return member(header.name, about, schema, example: example)
        }
    }

    /// What tells callers that an endpoint goes away.
    static func deprecation(_ details: ResolvedEndpoint.Details) -> [OrderedJSON.Member] {
        let since = details.deprecation?.since.flatMap { Timestamp("\($0)T00:00:00Z") }.map { since in
            let example = OrderedJSON.string("@\(since.secondsSinceEpoch)")
            let about = "Since when the endpoint should no longer be used (RFC 9745 §2)."
            return member("Deprecation", about, ["type": "string", "example": example], example: example)
        }
        let sunset = details.deprecation?.sunset.flatMap { Timestamp("\($0)T00:00:00Z") }.map { sunset in
            let example = OrderedJSON.string(sunset.httpDate)
            return member("Sunset", "When the endpoint goes away (RFC 8594 §3).", ["type": "string", "example": example], example: example)
        }
        return [since, sunset].compactMap(\.self)
    }

    /// The parameter that chooses a version.
    static func version(_ versioning: APIDescription.Versioning) -> OrderedJSON {
        let current = OrderedJSON.string(versioning.current)
        let absent =
            switch versioning.missing {
            case .reject: "A request without it is refused."
            case .current: "The current one if absent."
            case .oldest: "The oldest one if absent."
            }
        let versions = ([versioning.current] + versioning.older).map(OrderedJSON.string)
        return [
            "name": .string(versioning.header),
            "in": "header",
            "required": .boolean(versioning.missing == .reject),
            "description": .string("The version of the API; the current one is `\(versioning.current)`. \(absent)"),
            "schema": ["type": "string", "enum": .array(versions), "example": current],
            "example": current,
        ]
    }
}
