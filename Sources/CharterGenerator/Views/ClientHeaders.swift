import CharterContract

/// The header fields that a client is asked for once, when it is made, instead of at each call.
///
/// These are required ones that the API, a group or a method declares, and always with one type. What an endpoint declares for itself is
/// asked for at its calls.
struct ClientHeaders {
    /// The fields, in the order in which the contract needs them.
    let parameters: [ParameterView]
    private let names: Set<String>

    init(_ api: ResolvedAPI) {
        var found: [ParameterView] = []
        var types: [String: Set<String>] = [:]
        for endpoint in api.endpoints {
            for property in endpoint.headerParameters where Self.isShared(property, endpoint) {
                let view = ParameterView.header(property, in: api, indentation: 4)
                if types[view.wireName] == nil { found.append(view) }
                types[view.wireName, default: []].insert(view.type)
            }
        }
        parameters = found.filter { types[$0.wireName]?.count == 1 }
        names = Set(parameters.map(\.wireName))
    }

    /// Whether the client has the field for this endpoint, so that a call is not asked for it.
    func have(_ property: SchemaProperty, of endpoint: ResolvedEndpoint) -> Bool {
        Self.isShared(property, endpoint) && names.contains(property.name)
    }

    private static func isShared(_ property: SchemaProperty, _ endpoint: ResolvedEndpoint) -> Bool {
        property.isRequired && property.defaultValue == nil && endpoint.sharedHeaders.contains(property.name)
    }
}
