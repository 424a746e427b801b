import CharterContract
import CharterRuntime

/// Builds the OpenAPI 3.1 document that a contract implies.
///
/// What OpenAPI has words for is said in them; the rest goes into `x-` members, which `spec/README.md` lists. Members stand in a fixed order,
/// so that equal contracts give equal bytes.
package struct OpenAPIDocument {
    let api: ResolvedAPI

    package init(_ api: ResolvedAPI) {
        self.api = api
    }

    /// The document as JSON text with a newline at its end.
    package var text: String {
        json.prettyText
    }

    /// The document.
    package var json: OrderedJSON {
        var responses = SharedResponses(api)
        let paths = paths(&responses)
        return OrderedJSON.object(
            [
                OrderedJSON.Member("openapi", "3.1.0"),
                OrderedJSON.Member("info", info),
                OrderedJSON.Member("servers", .array(api.servers.map(server))),
                OrderedJSON.Member("tags", .array(api.tags.map { ["name": .string($0.name), "description": .string($0.about)] })),
                OrderedJSON.Member("paths", paths),
                OrderedJSON.Member("components", components(responses)),
                OrderedJSON.Member("x-charter-promise", promise),
            ] + spelling + tenancy + assumed + api.extensions
        )
    }

    private func server(_ server: ResolvedAPI.Server) -> OrderedJSON {
        ["url": .string(server.url), "description": .string(server.about ?? server.name)]
    }

    /// How names and instants are spelled, where the contract says more than that they are as written.
    private var spelling: [OrderedJSON.Member] {
        let (names, style) = (api.conventions.fieldNames, api.conventions.json)
        guard names != nil || style != APIDescription.JSONStyle() else { return [] }
        let json: OrderedJSON = [
            "names": .string(names?.rawValue ?? "as-written"),
            "accepts": style.acceptedNames.isEmpty ? nil : .array(style.acceptedNames.map { .string($0.rawValue) }),
            "timestamps": style.timestamps == .any ? nil : .string(style.timestamps.rawValue),
        ]
        return [OrderedJSON.Member("x-charter-json", json)]
    }

    private var tenancy: [OrderedJSON.Member] {
        guard let tenancy = api.tenancy else { return [] }
        let json: OrderedJSON = [
            "name": .string(tenancy.name),
            "from": tenancy.placesByCredential.isEmpty
                ? place(tenancy.place)
                : .object(tenancy.placesByCredential.map { OrderedJSON.Member($0.credential, place($0.place)) }),
            "foreign": OrderedJSON(integerLiteral: tenancy.foreignStatus),
            "suspended": tenancy.suspendedStatus.map { OrderedJSON(integerLiteral: $0) },
        ]
        return [OrderedJSON.Member("x-charter-tenancy", json)]
    }

    private func place(_ place: APIDescription.Tenancy.Place) -> OrderedJSON {
        switch place {
        case .credential: "key"
        case .path(let name): ["path": .string(name)]
        case .header(let name): ["header": .string(name)]
        case .query(let name): ["query": .string(name)]
        }
    }

    private var assumed: [OrderedJSON.Member] {
        api.assumed.isEmpty ? [] : [OrderedJSON.Member("x-charter-assumed", .array(api.assumed.map(OrderedJSON.string)))]
    }

    private var promise: OrderedJSON {
        let keeps = OrderedJSON.string(api.promise.rawValue)
        return api.conventions.additions.map { ["keeps": keeps, "adds": .array($0.map { .string($0.rawValue) })] } ?? keeps
    }

    private var info: OrderedJSON {
        [
            "title": .string(api.title),
            "version": .string(api.version),
            "description": api.about.map(OrderedJSON.string),
            "contact": api.contact.map { contact in
                [
                    "name": contact.name.map(OrderedJSON.string),
                    "url": contact.url.map(OrderedJSON.string),
                    "email": contact.email.map(OrderedJSON.string),
                ]
            },
            "license": api.license.map { license in
                [
                    "name": .string(license.name),
                    "url": license.url.map(OrderedJSON.string),
                    "identifier": license.identifier.map(OrderedJSON.string),
                ]
            },
        ]
    }

    /// The paths in the order of the contract, each with its methods.
    private func paths(_ responses: inout SharedResponses) -> OrderedJSON {
        var order: [String] = []
        var operations: [String: [OrderedJSON.Member]] = [:]
        for endpoint in api.endpoints {
            let path = endpoint.path.bracedText
            if operations[path] == nil { order.append(path) }
            let operation = OperationObject(endpoint, in: api).json(&responses)
            operations[path, default: []].append(OrderedJSON.Member(endpoint.method.rawValue.lowercased(), operation))
        }
        return .object(order.map { OrderedJSON.Member($0, .object(operations[$0] ?? [])) })
    }

    private func components(_ responses: SharedResponses) -> OrderedJSON {
        let types = api.types.map { OrderedJSON.Member($0.name, SchemaObject.component($0.schema)) }
        return [
            "schemas": .object(types + ErrorSchema(api.errors).components),
            "responses": .object(responses.members),
            "securitySchemes": .object(
                api.credentials.map { OrderedJSON.Member($0.name, SecuritySchemeObject(credential: $0, api: api).json) }
            ),
        ]
    }
}
