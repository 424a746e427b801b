import CharterRuntime

/// How requests are read.
extension LanguageSchema {
    static var requests: PlaceSchema {
        let stages = APIDescription.RequestRules.Stage.allCases.count
        return .map([
            .key(
                "order",
                "The order in which requests are checked: every stage once.",
                .list(of: .words(APIDescription.RequestRules.Stage.self), atLeast: stages, atMost: stages)
            ),
            .key("query", "What becomes of odd query parameters.", query),
            .key("body", "What bodies may be.", body),
            .key("time", "How long a request may take.", .either(.none, .duration)),
            .key("head", "Whether HEAD is answered.", .yesOrNo),
            .key("options", "Whether OPTIONS is answered.", .yesOrNo),
            .key("override", "The header field by which a POST stands for another method.", .either(.none, .headerName)),
        ])
    }

    private static var query: PlaceSchema {
        .map([
            .key(
                "unknown",
                "What becomes of an unknown query parameter.",
                .words(["ignore": "It is passed over.", "reject": "400."])
            ),
            .key(
                "repeated",
                "What becomes of one that stands twice.",
                .words(["reject": "400.", "first": "The first counts.", "last": "The last counts."])
            ),
            .key(
                "empty",
                "What becomes of one without text.",
                .words(["value": "It is an empty text.", "absent": "It is as good as absent.", "reject": "400."])
            ),
        ])
    }

    private static var body: PlaceSchema {
        .map([
            .key(
                "unknown",
                "What becomes of unknown fields.",
                .words(["ignore": "They are passed over.", "reject": "400.", "reject-top": "400, for those of the outermost object only."])
            ),
            .key("size", "The largest body, in bytes.", .byteSize),
            .key("depth", "How deep it may be nested.", .wholeNumber(from: 1, to: 64)),
            .key("media", "Its media types.", .list(of: .media, atLeast: 1)),
        ])
    }
}
