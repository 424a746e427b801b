import CharterContract

/// Which keys a client must have for it to have an endpoint's method.
enum KeyConstraint {
    case only(ResolvedKeyKind)
    case anyOf([ResolvedKeyKind])

    /// The constraint of an endpoint; nil where every kind of key will do.
    init?(_ endpoint: ResolvedEndpoint, in api: ResolvedAPI) {
        guard endpoint.credential != nil, endpoint.keyKinds.count < api.credentials.flatMap(\.kinds).count else { return nil }
        self = endpoint.keyKinds.count == 1 ? .only(endpoint.keyKinds[0]) : .anyOf(endpoint.keyKinds)
    }

    /// The name of the constraint, such as `PublishableOrSecretKey`.
    var protocolName: String {
        switch self {
        case .only(let kind): SwiftIdentifier.keyType(kind.name)
        case .anyOf(let kinds): kinds.map { SwiftIdentifier.type($0.name) }.joined(separator: "Or") + "Key"
        }
    }

    /// The constraint as an extension has it: ` where Key == SecretKey`.
    var clause: String {
        switch self {
        case .only(let kind): " where Key == \(SwiftIdentifier.keyType(kind.name))"
        case .anyOf: " where Key: \(protocolName)"
        }
    }
}
