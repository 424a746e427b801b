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
                "empty",
                "PATCH: what becomes of a change that changes nothing.",
                .words(["accept": "It is a success.", "reject": "400."])
            ),
            .key(
                "again",
                "DELETE: what answers a request for what is gone.",
                .words(["404": "It does not exist.", "204": "It is gone, as was asked."])
            ),
            .key("location", "Whether a 201 says in 'Location' where the new thing is, or the path at which it is.", location),
            .key("gives", "Header fields of the reply, beside those of conventions.", .definition("parameters")),
            .key("rules", "What must hold of several query parameters.", .list(of: rule)),
            .key("filters", "What parameters leave of the list: for each, the fields of the items that it is compared with.", filters),
            .key("size", "The largest body, in bytes.", .byteSize),
            .key("media", "The media types of the body.", .either(.media, .list(of: .media, atLeast: 1))),
            .key(
                "deprecated",
                "It should no longer be used; a day is since when.",
                .either(.words(["yes": "It should no longer be used."]), .day)
            ),
            .key("sunset", "The day on which it goes away (RFC 8594).", .day),
            .key("instead", "The id of the endpoint to use in its place.", .text),
        ]
    }

    private static var location: PlaceSchema {
        .either(.words(["yes": "It is below the path of the request.", "no": "Nothing is said."]), .path)
    }

    private static var filters: PlaceSchema {
        let relation = PlaceSchema.words([
            "equal": "It is the same.",
            "any": "Of several values on either side, one is the same.",
            "all": "It has each value that is asked for.",
            "at-least": "It is the same or greater.",
            "at-most": "It is the same or less.",
            "above": "It is greater.",
            "below": "It is less.",
            "on": "It is an instant on that day, in UTC.",
            "contains": "The text is somewhere in it.",
            "starts": "It begins with the text.",
            "except": "It is not the same, and has none of several values.",
        ])
        return .names(.either(.words(["none": "No field of the items tells what it does."]), .someNames(relation)))
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
