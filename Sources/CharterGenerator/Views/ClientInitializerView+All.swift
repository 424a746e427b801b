import CharterContract

extension ClientInitializerView {
    /// The ways to make a client of an API: one for all where all are asked for the same, else one for each type of key; and one without a
    /// key where some endpoint is open.
    static func all(in api: ResolvedAPI, _ headers: ClientHeaders, hasEnvironments: Bool) -> [ClientInitializerView] {
        let hasHeaders = api.takesOptionalHeaders
        let firstURL = "\(api.name)Server." + SwiftIdentifier.value(api.servers.first?.name ?? "")
        func initializer(_ values: ClientValues, _ constraint: String, key: String) -> ClientInitializerView {
            let hasKey = key != "key: nil"
            return ClientInitializerView(
                values,
                constraint: constraint,
                key: key,
                hasKey: hasKey,
                baseURL: hasKey && hasEnvironments ? "\(api.name)Server.url(for: Key.self)" : firstURL,
                hasHeaders: hasHeaders,
                in: api
            )
        }
        guard !api.credentials.isEmpty else { return [initializer(ClientValues(for: nil, in: api, headers), "", key: "key: nil")] }
        let key = api.keyCombinations.isEmpty ? "key: key" : "keys: key.keys"
        let types = api.keyTypes.map { ($0.name, ClientValues(for: $0.keys, in: api, headers)) }
        var all: [ClientInitializerView] = []
        if let first = types.first?.1, types.allSatisfy({ $0.1 == first }) {
            all.append(initializer(first, api.isPartlyOpen ? " where Key: \(api.name)Key" : "", key: key))
        } else {
            all += types.map { name, values in initializer(values, " where Key == \(name)", key: key) }
        }
        if api.isPartlyOpen { all.append(initializer(ClientValues(for: [], in: api, headers), " where Key == NoKey", key: "key: nil")) }
        return all
    }
}

extension ResolvedAPI {
    /// Whether requests take header fields that a client may leave out, or knows a value of.
    fileprivate var takesOptionalHeaders: Bool {
        conventions.versioning != nil
            || endpoints.contains { endpoint in
                endpoint.headerParameters.contains { !($0.isRequired && $0.defaultValue == nil) }
            }
    }
}
