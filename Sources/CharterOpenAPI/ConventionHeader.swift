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
        isRequired: Bool = true
    ) -> OrderedJSON.Member {
        let field: OrderedJSON = ["description": .string(about), "required": .boolean(isRequired), "schema": schema, "example": example]
        return OrderedJSON.Member(name, field)
    }

    /// The header fields of every response.
    static func common(_ api: ResolvedAPI) -> [OrderedJSON.Member] {
        api.conventions.responseHeaders.map { header in
            let (about, schema, example) = ResponseValueObject.parts(header.value, inHeader: true, api)
            return member(header.name, about, schema, example: example)
        }
    }

    /// The header fields that tell of limits, where an endpoint has some.
    ///
    /// - Parameter isRefusal: whether they stand in a 429.
    static func limits(_ headers: APIDescription.LimitHeaders, isRefusal: Bool) -> [OrderedJSON.Member] {
        var members: [OrderedJSON.Member] = []
        if isRefusal, headers.retryAfter {
            let about = "Seconds to wait before the next try (RFC 9110 §10.2.3)."
            members.append(member("Retry-After", about, ["type": "integer", "minimum": 1, "example": 1], example: 1))
        }
        guard isRefusal || !headers.onRefusalsOnly else { return members }
        if headers.draft {
            let policy: OrderedJSON = "\"default\";q=100;w=60"
            let state: OrderedJSON = "\"default\";r=99;t=60"
            members.append(
                member("RateLimit-Policy", "The limits that count this request.", ["type": "string", "example": policy], example: policy)
            )
            members.append(member("RateLimit", "What is left of them.", ["type": "string", "example": state], example: state))
        }
        let count: OrderedJSON = ["type": "integer", "minimum": 0, "example": 1]
        let reset = headers.legacy?.resetUnit == .epochSeconds ? "in seconds since 1970-01-01T00:00:00Z" : "in seconds from now"
        let legacy = [
            (headers.legacy?.limit, "How many are allowed in a window."), (headers.legacy?.remaining, "How many are left."),
            (headers.legacy?.reset, "When the window ends, \(reset)."),
        ]
        return members + legacy.compactMap { name, about in name.map { member($0, about, count, example: 1) } }
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
