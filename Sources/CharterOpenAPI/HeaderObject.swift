import CharterContract

/// The header fields of a reply that an endpoint documents itself.
enum HeaderObject {
    static func members(_ success: ResolvedEndpoint.Success) -> [OrderedJSON.Member] {
        let own = success.headers.map { header in
            ConventionHeader.member(
                header.name,
                header.schema.about ?? "The header field `\(header.name)`.",
                SchemaObject.withExample(header.schema),
                example: header.schema.example,
                isRequired: header.isRequired
            )
        }
        guard success.hasLocation else { return own }
        let example: OrderedJSON = "/orders/42"
        let location = ConventionHeader.member(
            "Location",
            "The URL of what was created (RFC 9110 §10.2.2).",
            ["type": "string", "format": "uri-reference", "example": example],
            example: example
        )
        return own + [location]
    }
}
