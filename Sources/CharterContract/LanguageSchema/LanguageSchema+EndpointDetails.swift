/// What an endpoint says of its request and its reply beside their types.
extension LanguageSchema {
    static var detailKeys: [SchemaKey] {
        [
            .key(
                "patch",
                "PATCH: what becomes of objects inside. What is absent keeps its value, null clears it.",
                .words(["merge": "They are merged (RFC 7396).", "replace": "They are replaced."])
            ),
            .key(
                "again",
                "DELETE: what answers a request for what is gone.",
                .words(["404": "It does not exist.", "204": "It is gone, as was asked."])
            ),
            .key("location", "Whether a 201 says in 'Location' where the new thing is.", .yesOrNo),
            .key("gives", "Header fields of the reply, beside those of conventions.", .definition("parameters")),
            .key("rules", "What must hold of several query parameters.", .list(of: rule)),
            .key("size", "The largest body, in bytes.", .byteSize),
            .key("media", "The media types of the body.", .either(.media, .list(of: .media))),
            .key(
                "deprecated",
                "It should no longer be used; a day is since when.",
                .either(.words(["yes": "It should no longer be used."]), .day)
            ),
            .key("sunset", "The day on which it goes away (RFC 8594).", .day),
            .key("instead", "The id of the endpoint to use in its place.", .text),
        ]
    }

    private static var rule: PlaceSchema {
        let two = PlaceSchema.list(of: .text, atLeast: 2, atMost: 2)
        let several = PlaceSchema.list(of: .text, atLeast: 2)
        return .map([
            .key("span", "The second is not before the first, and at most 'max' behind it.", two),
            .key("max", "How far the second of a span may be behind the first.", .duration),
            .key("order", "The second is not before the first.", two),
            .key("together", "All are there or none.", several),
            .key("one-of", "Exactly one is there.", several),
            .key("at-most-one", "At most one is there.", several),
        ])
        .withOne(of: Endpoint.Rule.Kind.allCases.map(\.rawValue))
        .with(["span": "max", "max": "span"])
    }
}
