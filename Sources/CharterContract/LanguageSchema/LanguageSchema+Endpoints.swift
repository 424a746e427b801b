/// Endpoints, and the groups and methods that give them defaults.
extension LanguageSchema {
    private static let methodNames = Endpoint.Method.allCases.map(\.rawValue)

    static var endpoints: PlaceSchema {
        .names(endpoint, of: "(?:\(methodNames.joined(separator: "|"))) /\\S*", "GET /orders/:id")
    }

    static var group: PlaceSchema {
        .map(
            [
                .needed("prefix", "The path at and below which its endpoints are.", .path),
                .key("about", "What it holds: a heading of the reference.", .text),
            ] + defaultKeys
        )
    }

    static var methods: PlaceSchema {
        .either(.map(methodNames.map { .key($0, "Defaults for every \($0) endpoint.", .map(defaultKeys)) }), .none)
    }

    private static var defaultKeys: [SchemaKey] {
        [
            .key("auth", "What the caller presents.", .definition("requirement")),
            .key("scope", "What the caller must hold.", .definition("requirement")),
            .key("role", "What callers with roles need; of a list, one will do.", .either(.none, .text, .texts)),
            .key(
                "tenancy",
                "For endpoints that are not bound to one tenant.",
                .words(["shared": "Everyone sees the same.", "none": "It has nothing to do with tenants."])
            ),
            .key("limits", "Limits that count its requests, beside those of the key.", .either(.none, .texts)),
            .key("pagination", "How its list is paged.", .textOrNone),
            .key("idempotency", "How a call is repeated safely.", .textOrNone),
            .key("envelope", "Whether its results stand alone.", .words(["none": "Its results stand alone."])),
            .key("path", "Its path parameters.", .definition("parameters")),
            .key("headers", "Header fields of its requests. 'Name?' may be absent.", .definition("requestHeaders")),
        ]
    }

    private static var endpoint: PlaceSchema {
        .map(
            [
                .needed("id", "Name in code and 'operationId', in lower camel case.", .lowerCamelCase),
                .needed("does", "Its purpose in a few words.", .text),
                .key("about", "What else to know (Markdown).", .text),
            ] + defaultKeys + [
                .key("query", "Query parameters, without those of paging. 'name?' may be absent.", .definition("parameters")),
                .key("takes", "The JSON body.", .either(.none, .definition("type"))),
                .needed("returns", "What it answers: a type means 200.", .either(.definition("type"), successes)),
                .key("fails", "Special failures by status; those of conventions are derived.", failures),
            ] + detailKeys,
            takesExtensions: true
        )
        .with(["sunset": "deprecated", "instead": "deprecated"])
    }

    private static var successes: PlaceSchema {
        .someNames(.either(.words(["none": "There is no body."]), .definition("type")), of: "2[0-9][0-9]", "201")
    }

    private static var failures: PlaceSchema {
        let failure = PlaceSchema.map([
            .needed("code", "Its code in the error body, in kebab case.", .text("[A-Za-z][A-Za-z0-9\\-_.]{0,79}", "sold-out")),
            .needed("when", "When it happens.", .text),
        ])
        return .names(.either(failure, .list(of: failure)), of: "[45][0-9][0-9]", "409")
    }
}
