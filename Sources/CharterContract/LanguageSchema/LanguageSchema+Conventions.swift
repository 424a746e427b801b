/// What holds for the API as a whole.
extension LanguageSchema {
    static var conventionKeys: [SchemaKey] {
        [
            .key("credentials", "How callers say who they are.", .names(credential)),
            .key("tenancy", "How callers are kept apart.", .either(.none, tenancy)),
            .key("scopes", "What a credential can be allowed to do.", .names(permission("scopes"))),
            .key("roles", "What a person may do within a tenant.", .names(permission("roles"))),
            .key("plans", "What tenants subscribe to, where limits differ by it.", .names(.text)),
            .key("limits", "Throttles and quotas.", .names(limit)),
            .key("limitHeaders", "What responses say of limits.", limitHeaders),
            .key("pagination", "Ways in which lists are paged.", .names(pagination)),
            .key("idempotency", "Ways in which calls are repeated safely.", .names(idempotency)),
            .key("requests", "How requests are read, and in which order they are checked.", requests),
            .key("json", "How names and instants are spelled.", json),
            .key("responses", "Header fields of every response.", responses),
            .key("envelope", "What results are wrapped in.", .either(.none, envelope)),
            .key("describedAt", "Where the API describes itself: a path below every server, or a URL.", .text(path, "/openapi.json")),
            .key("versioning", "A version that each request chooses.", .either(.none, versioning)),
            .key("errors", "The form of error bodies: RFC 9457 where nothing is said.", errors),
        ]
    }

    private static var json: PlaceSchema {
        let casings: KeyValuePairs = ["camelCase": "createdAt", "snake_case": "created_at"]
        return .map([
            .key(
                "names",
                "How fields are spelled. The contract writes them so.",
                .words(["as-written": "As the contract has them.", "camelCase": "createdAt", "snake_case": "created_at"])
            ),
            .key("accepts", "Spellings that requests may use beside the documented one.", .list(of: .words(casings))),
            .key(
                "timestamps",
                "Digits behind the seconds of an instant in responses.",
                .words(["any": "As many as there are.", "seconds": "None.", "milliseconds": "Three.", "microseconds": "Six."])
            ),
            .key("codable", "Whether models in Swift are 'Codable' too.", .yesOrNo),
        ])
    }

    private static let revision = "The 'revision' of the contract."
    private static let path = #"(?:https?:\/\/[A-Za-z0-9.\-]+(?::[0-9]+)?)?(?:/[A-Za-z0-9\-._~]+)+"#
    private static let requestID = "What names the request."
    private static let contractVersion = "The version of the contract, or the one that the request chose."

    private static var responses: PlaceSchema {
        let values: KeyValuePairs = [
            "request-id": requestID, "date": "When it was sent.", "version": contractVersion, "revision": revision,
        ]
        let value = PlaceSchema.either(.words(values), .text)
        return .map([
            .key("headers", "Header fields by name, to what each holds; a text that is always the same stands in quotes.", .names(value))
        ])
    }

    private static var envelope: PlaceSchema {
        .map([
            .key("single", "The member that holds a single result.", .textOrNone),
            .key("list", "The member that holds a list that is not paged.", .textOrNone),
            .key("takes", "The member that holds a request's body.", .textOrNone),
            .key("with", "What stands beside it, by member.", .names(.definition("responseMember"))),
            .key("withSingle", "What stands beside single results alone, by member.", .names(.definition("responseMember"))),
            .key("withList", "What stands beside lists alone, paged or not, by member.", .names(.definition("responseMember"))),
        ])
    }

    /// What stands beside a result: a role, a text in quotes, or a map of them.
    static var responseMember: PlaceSchema {
        let values: KeyValuePairs = [
            "request-id": requestID, "time": "When it was sent.", "version": contractVersion, "revision": revision,
        ]
        return .either(.words(values), .text, .someNames(.definition("responseMember")))
    }

    private static var versioning: PlaceSchema {
        .map([
            .needed("header", "The header field that chooses a version.", .headerName),
            .needed("current", "The newest version.", .text),
            .key("older", "The others.", .texts),
            .needed(
                "missing",
                "What a request without the field gets.",
                .words(["reject": "400.", "current": "The newest version.", "oldest": "The oldest version."])
            ),
        ])
    }
}
