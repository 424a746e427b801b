/// Who may call: credentials, tenants, scopes and roles.
extension LanguageSchema {
    static var credential: PlaceSchema {
        PlaceSchema.map(
            placeKeys + [
                .key("also", "Other places, looked at in order where the first one is empty.", .either(.none, .list(of: place))),
                .key(
                    "twice",
                    "What becomes of a request that fills in more than one place.",
                    .words(["reject": "It gets 401.", "first": "The first place that is filled in counts."])
                ),
                .key("challenge", "What a 401 has in 'WWW-Authenticate'.", .textOrNone),
                .key("about", "How to get one.", .text),
                .key("kinds", "The kinds of key, told apart by prefix. A 'jwt' has none.", .either(.someNames(keyKind), .none)),
                .key("holds", "The scopes that a token can hold at most.", .texts(or: "any", "Every scope.")),
                .key(
                    "use",
                    "Where a token may be kept. Of keys, their kind says it.",
                    .words([
                        "anywhere": "In browsers and apps too.", "server-only": "On servers, which is so unless something else is said.",
                    ])
                ),
                .key(
                    "roles",
                    "The roles that callers with this credential can have.",
                    .either(.words(["any": "Every role.", "none": "No role."]), .texts)
                ),
                .key("limits", "Limits that count every request made with it.", .texts),
            ]
        )
        .withOne(of: placeKeys.map(\.name))
        .adding("if", ["properties": ["bearer": ["enum": ["jwt"]]], "required": ["bearer"]])
        .adding("then", [:])
        .adding("else", ["required": ["kinds"]])
    }

    private static var place: PlaceSchema { .map(placeKeys, isChoice: true) }

    private static var placeKeys: [SchemaKey] {
        let key = PlaceSchema.words(["key": "The key."])
        let other = PlaceSchema.words(["empty": "Nothing.", "any": "Anything."])
        let scheme = PlaceSchema.map([
            .needed("name", "The header field, such as Authorization.", .headerName),
            .needed("scheme", "The word before the key.", .text("[A-Za-z0-9!#$%&'*+\\-.^_`|~]+", "ApiKey")),
        ])
        return [
            .key("header", "A header field that holds the key, alone or behind the word of a scheme.", .either(.headerName, scheme)),
            .key("query", "A query parameter that holds the key.", .text("[A-Za-z_$][A-Za-z0-9\\-_.$]{0,79}", "api_key")),
            .key(
                "bearer",
                "'Authorization: Bearer …'.",
                .words(["jwt": "A JSON Web Token, which says itself who its bearer is.", "opaque": "A key."])
            ),
            .key(
                "basic",
                "'Authorization: Basic …' with the key as user name or as password.",
                .either(
                    .map([.needed("user", "The user name.", key), .key("password", "The password.", other)]),
                    .map([.key("user", "The user name.", other), .needed("password", "The password.", key)])
                )
            ),
        ]
    }

    private static var keyKind: PlaceSchema {
        .map([
            .key("prefix", "What every key of this kind begins with. Only a kind with a 'form' may be without.", .text("[!-~]+", "sk_")),
            .key("form", "Regular expression for what stands behind the prefix.", .text),
            .needed(
                "use",
                "Where such a key may be kept.",
                .words(["anywhere": "In browsers and apps too.", "server-only": "On servers: whoever has it can do all that it can."])
            ),
            .needed("holds", "The scopes such a key can hold at most.", .texts(or: "any", "Every scope.")),
            .key("limits", "Limits that count every request made with such a key.", .texts),
            .key("environment", "Such a key is valid only on servers of that environment, and on servers without one.", .text),
            .key("tenancy", "Such a key belongs to no tenant and opens all of them.", .words(["none": "It belongs to no tenant."])),
            .key("about", "What it is for.", .text),
        ])
        .withSome(of: ["prefix", "form"])
    }

    static var tenancy: PlaceSchema {
        .map([
            .needed("name", "What a tenant is called.", .text),
            .needed("from", "Where a request names its tenant.", .either(tenantPlaces + [tenantPlacesByCredential])),
            .needed(
                "foreign",
                "The status that answers a request for another tenant's data.",
                .words(["403": "It is forbidden.", "404": "It does not exist, for this caller."])
            ),
            .key(
                "suspended",
                "The status that answers requests of a suspended tenant.",
                .words(["403": "It is forbidden.", "none": "No tenant is suspended."])
            ),
            .key("type", "What the name of a tenant looks like in a header field or the query.", .definition("type")),
        ])
    }

    private static var tenantPlaces: [PlaceSchema] {
        [
            .words(["key": "Nowhere: the credential belongs to one tenant."]),
            .map(
                [
                    .key("path", "A path parameter.", .text),
                    .key("header", "A header field.", .headerName),
                    .key("query", "A query parameter.", .text),
                ],
                isChoice: true
            ),
        ]
    }

    private static var tenantPlacesByCredential: PlaceSchema {
        .someNames(.either(tenantPlaces), of: "(?!(?:path|header|query)$).+", "person")
    }

    /// A scope or a role.
    static func permission(_ plural: String) -> PlaceSchema {
        .either(
            .text,
            .map([
                .needed("about", "What it permits.", .text),
                .key("grants", "Other \(plural) that a holder also has. A name may end in '*'.", .texts(or: "all", "All \(plural).")),
            ])
        )
    }

    /// What a caller must present or hold: one, one of several, or all of several.
    static var requirement: PlaceSchema {
        let all = PlaceSchema.list(of: .text, atLeast: 2)
        let alternative = PlaceSchema.either(
            .words(["none": "Callers without one are let in."]),
            .text,
            .map([.needed("all", "Every one of them.", all)])
        )
        let sets = PlaceSchema.map(
            [
                .key("any", "One of them will do.", .list(of: alternative, atLeast: 2)),
                .key("all", "A request has every one of them.", all),
            ],
            isChoice: true
        )
        return .either(.words(["none": "Nothing is asked for."]), .text, sets)
    }
}
