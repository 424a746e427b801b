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
        var text = ObjectText()
        var responses = sharedResponses
        for member in opening { text.add(member) }
        text.addObject("paths") { text in
            for path in paths { text.add(self.path(path, &responses)) }
        }
        text.addObject("components") { text in
            text.addObject("schemas") { text in
                for type in api.types { text.add(schema(type)) }
                for schema in ErrorSchema(api).components { text.add(schema) }
            }
            for component in components(responses) { text.add(component) }
        }
        for member in closing { text.add(member) }
        return text.ended()
    }

    /// The document.
    package var json: OrderedJSON {
        var responses = sharedResponses
        let paths = paths.map { path($0, &responses) }
        let schemas = OrderedJSON.Member("schemas", .object(api.types.map(schema) + ErrorSchema(api).components))
        let parts = [
            OrderedJSON.Member("paths", .object(paths)),
            OrderedJSON.Member("components", .object([schemas] + components(responses))),
        ]
        return .object(opening + parts + closing)
    }

    /// The members before those that grow with the API.
    private var opening: [OrderedJSON.Member] {
        [
            OrderedJSON.Member("openapi", "3.1.0"),
            OrderedJSON.Member("info", info),
            OrderedJSON.Member("servers", .array(api.servers.map(server))),
            OrderedJSON.Member("tags", .array(api.tags.map { ["name": .string($0.name), "description": .string($0.about)] })),
        ]
    }

    /// The members behind those.
    private var closing: [OrderedJSON.Member] {
        [OrderedJSON.Member("x-charter-promise", promise)]
            + [RequestRulesObject(api.conventions.requests).member, ErrorFormatObject.member(api.errors)].compactMap(\.self)
            + spelling + tenancy + plans + describedAt + assumed + api.extensions
    }

    private func server(_ server: ResolvedAPI.Server) -> OrderedJSON {
        [
            "url": .string(server.url),
            "description": .string(server.about ?? server.name),
            "x-charter-name": server.about.map { _ in .string(server.name) },
            "x-charter-environment": server.environment.map(OrderedJSON.string),
        ]
    }

    /// How names and instants are spelled, where the contract says more than that they are as written.
    private var spelling: [OrderedJSON.Member] {
        let style = api.conventions.json
        guard style != APIDescription.JSONStyle() else { return [] }
        let json: OrderedJSON = [
            "names": .string(style.names?.rawValue ?? "as-written"),
            "accepts": style.acceptedNames.isEmpty ? nil : .array(style.acceptedNames.map { .string($0.rawValue) }),
            "timestamps": style.timestamps == .any ? nil : .string(style.timestamps.rawValue),
        ]
        return [OrderedJSON.Member("x-charter-json", json)]
    }

    private var plans: [OrderedJSON.Member] {
        let plans = api.conventions.plans.map { OrderedJSON.Member($0.name, .string($0.about)) }
        return plans.isEmpty ? [] : [OrderedJSON.Member("x-charter-plans", .object(plans))]
    }

    private var describedAt: [OrderedJSON.Member] {
        api.conventions.describedAt.map { [OrderedJSON.Member("x-charter-described-at", .string($0))] } ?? []
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

    /// The paths in the order of the contract, each with the places of its endpoints.
    private var paths: [(text: String, endpoints: [Int])] {
        var places: [String: Int] = [:]
        var paths: [(text: String, endpoints: [Int])] = []
        for index in api.endpoints.indices {
            let text = api.endpoints[index].path.bracedText
            if let place = places[text] {
                paths[place].endpoints.append(index)
            } else {
                places[text] = paths.count
                paths.append((text, [index]))
            }
        }
        return paths
    }

    /// The replies that endpoints share: their names follow the order of the contract, and not that of the document.
    private var sharedResponses: SharedResponses {
        var responses = SharedResponses(api)
        for endpoint in api.endpoints { _ = ResponsesObject(endpoint, in: api).json(&responses) }
        return responses
    }

    /// A path with its methods.
    private func path(_ path: (text: String, endpoints: [Int]), _ responses: inout SharedResponses) -> OrderedJSON.Member {
        let operations = path.endpoints.map { index in
            let endpoint = api.endpoints[index]
            return OrderedJSON.Member(endpoint.method.rawValue.lowercased(), OperationObject(endpoint, in: api).json(&responses))
        }
        return OrderedJSON.Member(path.text, .object(operations))
    }

    private func schema(_ type: ResolvedType) -> OrderedJSON.Member {
        OrderedJSON.Member(type.name, SchemaObject.component(type.schema))
    }

    /// The components beside schemas.
    private func components(_ responses: SharedResponses) -> [OrderedJSON.Member] {
        let schemes = api.credentials.map { OrderedJSON.Member($0.name, SecuritySchemeObject(credential: $0, api: api).json) }
        return [OrderedJSON.Member("responses", .object(responses.members)), OrderedJSON.Member("securitySchemes", .object(schemes))]
    }
}
