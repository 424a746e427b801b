/// What an endpoint makes, and where it is found (RFC 9110 §10.2.2).
struct NewThing {
    /// The path at which it is found.
    let path: PathPattern
    /// The members of its body that can stand in a path: those that are always there, and texts or whole numbers.
    let members: [String]
    /// The parameters of the path to which nothing gives a value.
    let unfilled: [String]

    /// - Returns: nil where the reply does not say where the new thing is, or its body is of an unknown type.
    init?(of endpoint: Endpoint, _ items: ItemParameters, _ types: [String: TypeDeclaration]) {
        var fields: [Field] = []
        if let body = endpoint.returns.body {
            guard let form = types.form(of: body) else { return nil }
            if case .object(let own) = form { fields = own }
        }
        let members = fields.filter { !$0.isOptional && types.standsInPath($0.type) }.map(\.name.value)
        let own = endpoint.path.value
        switch endpoint.details.location?.value {
        case .unsaid, nil: return nil
        case .path(let path): self.path = path
        // What is made below its own name is found there.
        case .below where endpoint.method.value == .put: path = own
        case .below:
            path = PathPattern(segments: own.segments + [.parameter(items.name(below: own) ?? "id")])
        }
        self.members = members
        let given = path.isBelow(own) ? PathPattern(segments: Array(path.segments.dropFirst(own.segments.count))) : path
        let fromRequest = endpoint.details.location?.value == .below ? [] : own.parameters
        unfilled = given.parameters.filter { !members.contains($0) && !fromRequest.contains($0) }
    }
}

/// The parameters by which lists have each of their things: looked up for every endpoint, and so gathered once.
struct ItemParameters {
    private let names: [String: String]

    init(of contract: Contract) {
        let named = contract.endpoints.lazy.filter { $0.method.value == .get }.compactMap { endpoint -> (String, String)? in
            guard case .parameter(let name)? = endpoint.path.value.segments.last else { return nil }
            return (PathPattern(segments: Array(endpoint.path.value.segments.dropLast())).shape, name)
        }
        names = Dictionary(named) { first, _ in first }
    }

    /// The parameter behind the path of a list, where an endpoint shows one of its things.
    func name(below list: PathPattern) -> String? {
        names[list.shape]
    }
}

extension PathPattern {
    /// Whether the path is another one, or lies below it, its parameters having the same names.
    fileprivate func isBelow(_ other: PathPattern) -> Bool {
        segments.starts(with: other.segments)
    }
}

extension [String: TypeDeclaration] {
    /// Whether a value can be written in a path: a text or a whole number, and never null.
    fileprivate func standsInPath(_ use: TypeUse) -> Bool {
        guard !use.isNullable else { return false }
        return switch form(of: use) {
        case .named: scalar(of: use).map { $0.isText || $0 == .integer } ?? false
        case .enumeration, .constant: true
        case .object, .list, .map, .union, nil: false
        }
    }
}
