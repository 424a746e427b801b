/// How often something may be done, and how calls are repeated.
extension LanguageSchema {
    static var limit: PlaceSchema {
        .map([
            .needed("allow", "How many are allowed in any window, or how many by plan.", allowance),
            .needed("per", "Length of the window; days and months are those of the calendar in UTC.", .either(windowWords, .duration)),
            .key("window", "How windows of a duration follow one another.", .words(windowKinds)),
            .key("burst", "Size of a token bucket that is refilled at 'allow' per 'per', or its size by plan.", burst),
            .needed("by", "What is counted separately: one of the words, or the tenancy's name.", .either(.words(partitions), .text)),
            .key("kind", "Whether waiting helps.", .words(kinds)),
            .key("plans", "Whose tenants have the limit.", .texts),
            .key("override", "The field of a key that may carry a number of its own.", .textOrNone),
            .key("counts", "What is counted.", .words(["requests": "Every request that was let in.", "effects": "What was really done."])),
            .key("except", "Responses that are not counted.", .list(of: .wholeNumber(from: 200, to: 599))),
            .key("anonymous", "Whether callers without a credential are counted too, by their address.", .yesOrNo),
            .key("about", "What else to know.", .text),
        ])
    }

    private static var allowance: PlaceSchema {
        .either(.wholeNumber(from: 1), .someNames(.either(.words(["unlimited": "The plan has no such limit."]), .wholeNumber(from: 1))))
    }

    private static let burst = PlaceSchema.either(.wholeNumber(from: 1), .someNames(.wholeNumber(from: 1)))

    private static let windowWords = PlaceSchema.words([
        "day": "A day of the calendar in UTC.", "month": "A month of the calendar in UTC.", "billing-cycle": "From bill to bill.",
    ])

    private static let windowKinds: KeyValuePairs = [
        "sliding": "The time just past.", "fixed": "Windows one behind the other since 1970.",
        "from-first": "From the first that counts.",
    ]

    private static let partitions: KeyValuePairs = [
        "key": "Each key.", "tenant": "Each tenant.", "user": "Each user.", "address": "Each address.", "everyone": "One count for all.",
    ]

    private static let scopes: KeyValuePairs = ["tenant": "", "key": "", "user": "", "endpoint": ""]

    private static let kinds: KeyValuePairs = [
        "throttle": "It passes again soon.", "quota": "Nothing is left until the window ends.",
    ]

    static var limitHeaders: PlaceSchema {
        let legacy = PlaceSchema.map([
            .key("limit", "The name of the field for the number allowed.", .headerName),
            .key("remaining", "The name of the field for the number left.", .headerName),
            .key("reset", "The name of the field for the end of the window.", .headerName),
            .key(
                "resetIn",
                "What the end of the window is told in.",
                .words(["seconds": "Seconds from now.", "epoch": "Seconds since 1970."])
            ),
        ])
        .with(["reset": "resetIn"])
        return .map([
            .key("retryAfter", "Whether a refusal has 'Retry-After' in seconds.", .yesOrNo),
            .key("draft", "Whether responses have 'RateLimit' and 'RateLimit-Policy'.", .yesOrNo),
            .key("legacy", "Names of older header fields.", .either(.none, legacy)),
            .key("on", "Which responses have these fields.", .words(["all": "Every response.", "refused": "Refusals alone."])),
        ])
    }

    static var idempotency: PlaceSchema {
        .map([
            .needed("key", "Where a request carries its key.", idempotencyPlace),
            .key("form", "What a key may be; a text of 1 to 255 characters where nothing is said.", .definition("type")),
            .key("required", "Whether a request without a key is refused.", .yesOrNo),
            .needed("keeps", "For how long a key is remembered.", .either(.words(["forever": "It is never forgotten."]), .duration)),
            .needed("within", "Within what a key is unique.", .list(of: .words(scopes))),
            .key(
                "same",
                "What must be the same when a key comes again.",
                .words(["body": "The body.", "nothing": "Nothing: the first outcome is replayed."])
            ),
            .key("remembers", "Which outcomes are replayed.", .words(remembered)),
            .key(
                "replayed",
                "The header field that marks a replayed response with 'true'.",
                .either(.none, .map([.needed("header", "Its name.", .headerName)]))
            ),
            .key("about", "What else to know.", .text),
        ])
    }

    private static var idempotencyPlace: PlaceSchema {
        .map(
            [
                .key("header", "A header field.", .headerName),
                .key("field", "A member of the JSON body beside what is sent.", .text),
            ],
            isChoice: true
        )
    }

    private static let remembered: KeyValuePairs = [
        "success": "Successes.", "all-but-500": "All but errors of the server.", "all": "Every outcome.",
    ]
}
