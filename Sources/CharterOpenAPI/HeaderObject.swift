import CharterContract

/// The header fields of a reply that an endpoint documents itself.
enum HeaderObject {
    static func members(_ success: ResolvedEndpoint.Success) -> [OrderedJSON.Member] {
        success.headers.map { header in
            ConventionHeader.member(
                header.name,
                header.schema.about ?? "The header field `\(header.name)`.",
                SchemaObject.withExample(header.schema),
                example: header.schema.example,
                isRequired: header.isRequired
            )
        }
    }
}
