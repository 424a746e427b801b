/// What an endpoint makes, and where it is found (RFC 9110 §10.2.2).
struct NewThing {
    /// The path at which it is found.
    let path: PathPattern
    /// The members of its body that can stand in a path: those that are always there, and texts or whole numbers.
    let members: [String]
    /// The parameters of the path to which nothing gives a value.
    let unfilled: [String]

    /// - Returns: nil where the reply does not say where the new thing is, or its body is of an unknown type.
    init?(of endpoint: Endpoint, in contract: Contract, _ types: [String: TypeDeclaration]) {
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
            let names = [own.parameterOfOne(in: contract), "id"].compactMap(\.self)
            let name = names.first { members.contains($0) } ?? names[0]
            path = PathPattern(segments: own.segments + [.parameter(name)])
        }
        self.members = members
        let given = path.isBelow(own) ? PathPattern(segments: Array(path.segments.dropFirst(own.segments.count))) : path
        let fromRequest = endpoint.details.location?.value == .below ? [] : own.parameters
        unfilled = given.parameters.filter { !members.contains($0) && !fromRequest.contains($0) }
    }
}

extension PathPattern {
    /// Whether the path is another one, or lies below it, its parameters having the same names.
    fileprivate func isBelow(_ other: PathPattern) -> Bool {
        segments.starts(with: other.segments)
    }

    /// The parameter by which the list at this path has one of its things.
    fileprivate func parameterOfOne(in contract: Contract) -> String? {
        for endpoint in contract.endpoints where endpoint.method.value == .get {
            let path = endpoint.path.value
            guard path.segments.count == segments.count + 1, path.isWithin(self), case .parameter(let name)? = path.segments.last
            else { continue }
            return name
        }
        return nil
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
