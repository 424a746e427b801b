import CharterContract

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
        var responses = SharedResponses()
        let paths = paths(&responses)
        return OrderedJSON.object(
            [
                OrderedJSON.Member("openapi", "3.1.0"),
                OrderedJSON.Member("info", info),
                OrderedJSON.Member("servers", .array(api.servers.map { ["url": .string($0.url), "description": .string($0.name)] })),
                OrderedJSON.Member("tags", .array(api.tags.map { ["name": .string($0.name), "description": .string($0.about)] })),
                OrderedJSON.Member("paths", paths),
                OrderedJSON.Member("components", components(responses)),
                OrderedJSON.Member("x-charter-promise", .string(api.promise.rawValue)),
            ] + assumed + api.extensions
        )
    }

    private var assumed: [OrderedJSON.Member] {
        api.assumed.isEmpty ? [] : [OrderedJSON.Member("x-charter-assumed", .array(api.assumed.map(OrderedJSON.string)))]
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
            "schemas": .object(types + ProblemSchema.members),
            "responses": .object(responses.members),
            "securitySchemes": .object(api.credentials.map { OrderedJSON.Member($0.name, securityScheme($0)) }),
        ]
    }

    private func securityScheme(_ credential: ResolvedCredential) -> OrderedJSON {
        var text = credential.about.map { [$0, ""] } ?? []
        text += credential.kinds.map { kind in
            let use = kind.use == .serverOnly ? "servers only" : "anywhere"
            return "- `\(kind.prefix)…` (\(kind.name), for use \(kind.use == .serverOnly ? "on " : "")\(use)): \(holds(kind))"
        }
        return [
            "type": "apiKey",
            "in": "header",
            "name": .string(credential.header),
            "description": .string(text.joined(separator: "\n") + scopes),
        ]
    }

    /// The scopes, which OpenAPI has no place for in a scheme of this type.
    private var scopes: String {
        guard !api.scopes.isEmpty else { return "" }
        let lines = api.scopes.map { scope in
            switch scope.grants {
            case .all: "- `\(scope.name)` (satisfies every other): \(scope.about)"
            case .only([]): "- `\(scope.name)`: \(scope.about)"
            case .only(let names): "- `\(scope.name)` (satisfies \(names.map { "`\($0)`" }.inWords(conjunction: "and"))): \(scope.about)"
            }
        }
        return "\n\nScopes:\n\n" + lines.joined(separator: "\n")
    }

    private func holds(_ kind: ResolvedKeyKind) -> String {
        switch kind.holds {
        case .all: "can hold any scope."
        case .only(let names): "can hold \(names.map { "`\($0)`" }.inWords(conjunction: "and")) only."
        }
    }
}
