import CharterContract
import CharterRuntime

/// Which keys a client must have for it to have an endpoint's method.
enum KeyConstraint {
    case only(KeyType)
    case anyOf([KeyType])

    /// The constraint of an endpoint; nil where every key will do, or none is needed.
    ///
    /// Whoever holds more keys than are needed may call too: a request carries those alone that the endpoint asks for.
    init?(_ endpoint: ResolvedEndpoint, in api: ResolvedAPI) {
        let needed = endpoint.keySets.map(Set.init)
        let all = api.keyTypes
        let types = all.filter { type in needed.contains { $0.isSubset(of: type.keys) } }
        guard !endpoint.auth.isOpen, types.count < all.count else { return nil }
        self = types.count == 1 ? .only(types[0]) : .anyOf(types)
    }

    /// The name of the constraint, such as `PublishableOrSecretKey`, or `AppKeyHolder` where that key will do, alone or with others.
    var protocolName: String {
        switch self {
        case .only(let type): return type.name
        case .anyOf(let types):
            let least = types.least
            if least.count == 1 { return least[0].name + "Holder" }
            let kinds = least.compactMap(\.kind)
            return kinds.count == least.count ? kinds.joined(separator: "Or") + "Key" : least.map(\.name).joined(separator: "Or")
        }
    }

    /// The constraint as an extension has it: ` where Key == SecretKey`.
    var clause: String {
        switch self {
        case .only(let type): " where Key == \(type.name)"
        case .anyOf: " where Key: \(protocolName)"
        }
    }
}
