import CharterContract
import CharterRuntime

/// Which keys a client must have for it to have an endpoint's method.
enum KeyConstraint {
    case only(KeyType)
    case anyOf([KeyType])

    /// The constraint of an endpoint; nil where every key will do, or none is needed.
    init?(_ endpoint: ResolvedEndpoint, in api: ResolvedAPI) {
        let types = endpoint.keyKinds.map { KeyType($0) } + endpoint.tokens.map { KeyType(tokenOf: $0) }
        guard !endpoint.auth.isOpen, types.count < api.keyTypes.count else { return nil }
        self = types.count == 1 ? .only(types[0]) : .anyOf(types)
    }

    /// The name of the constraint, such as `PublishableOrSecretKey`.
    var protocolName: String {
        switch self {
        case .only(let type): return type.name
        case .anyOf(let types):
            let kinds = types.compactMap(\.kind)
            return kinds.count == types.count
                ? kinds.joined(separator: "Or") + "Key" : types.map(\.name).joined(separator: "Or")
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
