import CharterContract
import CharterRuntime

/// What a client is asked for beside its key, because the endpoints that the key opens need it with each request.
struct ClientValues: Equatable {
    /// One such value.
    struct Value: Equatable {
        /// The header field in which it travels; nil for the tenant, whose place depends on the credential.
        let header: String?
        let identifier: String
        /// The type, optional where the key also opens endpoints that do without.
        let type: String
        /// What it is, for documentation.
        let about: String
        /// How it is handed to the library.
        let argument: String
    }

    let values: [Value]

    /// - Parameter keys: the keys that the client presents; none of a client that has no key, nil where the API has none.
    init(for keys: Set<PresentedKey>?, in api: ResolvedAPI, _ headers: ClientHeaders) {
        let opened = api.endpoints.filter { endpoint in
            guard let keys else { return true }
            return endpoint.auth.isOpen || endpoint.keySets.contains { Set($0).isSubset(of: keys) }
        }
        var values: [Value] = []
        let bound = opened.count { api.namesTenant(at: $0, presenting: keys ?? []) }
        if bound > 0, let tenancy = api.tenancy { values.append(Value(tenancy, isOptional: bound < opened.count)) }
        var taken: Set = ["key", "tenant", "baseURL", "headers", "transport"]
        for parameter in headers.parameters {
            var identifier = parameter.identifier
            while !taken.insert(identifier).inserted { identifier = identifier.replacing("`", with: "") + "Header" }
            let taking = opened.count { endpoint in
                endpoint.headerParameters.contains { $0.name == parameter.wireName && headers.have($0, of: endpoint) }
            }
            guard taking > 0 else { continue }
            values.append(Value(parameter, identifier, isOptional: taking < opened.count))
        }
        self.values = values
    }
}

extension ClientValues.Value {
    fileprivate init(_ tenancy: ResolvedTenancy, isOptional: Bool) {
        header = nil
        identifier = "tenant"
        let type = tenancy.type.map { SwiftType(nestedName: "").text($0) } ?? "String"
        self.type = type + (isOptional ? "?" : "")
        let mark = isOptional ? "?" : ""
        argument = type == "String" ? identifier : "\(identifier)\(mark).description"
        about = "The \(tenancy.name) on whose data the client works\(isOptional ? "; nil if it calls only what has to do with none" : "")."
    }

    fileprivate init(_ parameter: ParameterView, _ identifier: String, isOptional: Bool) {
        header = parameter.wireName
        self.identifier = identifier
        type = parameter.type + (isOptional ? "?" : "")
        var named = parameter
        named.identifier = identifier
        named.isOptional = isOptional
        argument = named.argument
        about = parameter.summary + (isOptional ? " Nil if the client calls only what takes no `\(parameter.wireName)`." : "")
    }
}

extension ResolvedAPI {
    /// Whether requests to an endpoint name their tenant in a header field or the query, where they present these keys.
    fileprivate func namesTenant(at endpoint: ResolvedEndpoint, presenting keys: Set<PresentedKey>) -> Bool {
        guard endpoint.tenancy == .tenant, let tenancy else { return false }
        let held = Set(credentials.filter { credential in keys.contains { credential.presents($0) } }.map(\.name))
        let presented = endpoint.auth.alternatives.filter { !$0.isEmpty && held.isSuperset(of: $0) }
        return (presented.isEmpty ? [[]] : presented).contains { names in
            switch tenancy.place(forCallersOf: names) {
            case .header, .query: true
            case .credential, .path: false
            }
        }
    }
}

extension ResolvedCredential {
    fileprivate func presents(_ key: PresentedKey) -> Bool {
        switch key {
        case .kind(let kind): kinds.contains { $0.name == kind }
        case .token(let credential): isToken && credential == name
        }
    }
}
