import CharterRuntime

/// A small API of two shops whose items are counted, shop by shop, and may be changed to some states and not to others.
enum Stock {
    private static let state = APIDescription.Schema.enumeration(["new", "sent", "sold"])

    static let listItems = endpoint("listItems", .get, "/:shop/items")
    static let getItem = endpoint("getItem", .get, "/:shop/items/:id")
    static let addItem = endpoint("addItem", .post, "/:shop/boxes/:box_id/items")
    static let changeItem = endpoint("changeItem", .patch, "/:shop/items/:id")
    static let addOffer = endpoint("addOffer", .post, "/:shop/offers")

    private static func endpoint(
        _ id: String,
        _ method: APIDescription.Method,
        _ path: APIDescription.PathTemplate
    ) -> APIDescription.Endpoint {
        let schemas: [String: APIDescription.Schema] = ["id": .integer(range: .init(1, 999_999))]
        let names = path.segments.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
        return APIDescription.Endpoint(
            id: id,
            method: method,
            path: path,
            summary: id,
            auth: .one("key"),
            keyKinds: ["secret"],
            tenancy: .tenant,
            limits: method == .get ? ["calls"] : [],
            paging: id == "listItems" ? paging : nil,
            idempotency: id == "addItem" ? idempotency : nil,
            pathParameters: names.map { .init(name: $0, schema: schemas[$0] ?? .string(), isRequired: true) },
            requestBody: method == .get
                ? nil
                : .init(
                    schema: .object([.init("state", state, isRequired: method == .post), .init("box_id", .string(), isRequired: false)]),
                    example: id == "addOffer" ? #"{"state":"new","box_id":"left"}"# : #"{"state":"new"}"#,
                    patch: method == .patch ? .merge : nil
                ),
            success: .init(status: method == .post ? 201 : 200, body: .named("Item")),
            failures: method == .patch ? [.init(status: 409, code: "too-early", when: "It cannot be in that state yet.")] : []
        )
    }

    private static let idempotency = APIDescription.Idempotency(
        name: "byKey",
        place: .header("Idempotency-Key"),
        form: .string(length: .init(1, 60)),
        scope: [.tenant],
        comparesPayload: true,
        remembers: .successes
    )

    private static let paging = APIDescription.Paging(
        name: "byOffset",
        pageSize: .init(parameter: "limit", defaultValue: 3, minimum: 1, maximum: 4, below: .reject, above: .reject),
        position: .offset(parameter: "offset"),
        members: .init(items: "items")
    )

    static let api = APIDescription(
        name: "Stock",
        title: "Stock API",
        version: "1.0.0",
        servers: [.init(name: "production", url: "https://stock.example/v1")],
        credentials: [
            .init(
                name: "key",
                place: .header("X-Key"),
                kinds: [.init(name: "secret", prefix: "sk_", use: .serverOnly, holds: .all, limits: [])],
                challenge: "Key"
            )
        ],
        limits: [.init(name: "calls", allow: 4, window: .sliding(seconds: 60), partition: .tenant, kind: .throttle)],
        tenancy: .init(name: "shop", place: .path("shop"), foreignStatus: 403),
        errors: .problem,
        endpoints: [listItems, getItem, addItem, changeItem, addOffer],
        types: ["Item": .object([.init("id", .integer()), .init("name", .string()), .init("state", state)])]
    )

    static let fixtures = Fixtures(
        baseURL: "http://localhost/v1",
        tenants: ["oslo", "rome"],
        credentials: ["oslo", "rome"].map { shop in
            Fixtures.Credential(tenant: shop, kind: "secret", scopes: [], headers: ["X-Key": "sk_\(shop)"])
        },
        parameters: Dictionary(
            uniqueKeysWithValues: ["oslo", "rome"].map { shop in
                (shop, ["getItem": ["id": "3"], "changeItem": ["id": "3"], "addItem": ["box_id": shop == "oslo" ? "left" : "right"]])
            }
        )
    )

    /// How the server differs from the usual one.
    enum Turn: CaseIterable {
        /// The same items are shown in both shops.
        case showsAll
        /// What a shop counts is counted for both.
        case countsAll
        /// What is refused is counted too.
        case countsRefused
        /// A key that comes again is answered as before, whatever the path names.
        case ignoresPath
        /// No state but the first can be had.
        case refusesStates
        /// Numbers that are not there are taken for those that are.
        case findsAll
        /// What a body names is looked for in both shops.
        case takesReferences

        /// The check that has to tell.
        var check: String {
            switch self {
            case .showsAll: "listItems/own-items-only"
            case .countsAll: "listItems/limit-of-others/calls"
            case .countsRefused: "listItems/limit-of-refused/calls"
            case .ignoresPath: "addItem/other-path"
            case .refusesStates: "changeItem/changed/state"
            case .findsAll: "getItem/not-found/id"
            case .takesReferences: "addOffer/foreign-reference/box_id"
            }
        }
    }
}
