import CharterYAML

/// What a caller gives of an object, by the operation: a contract writes `Event.create` and `Event.change`.
package enum TypeView: String, CaseIterable, Sendable {
    case create, change

    /// The view's name as a contract writes it.
    func name(of type: TypeDeclaration) -> String {
        "\(type.name.value).\(rawValue)"
    }

    /// The view's name in code and documents.
    func codeName(of type: TypeDeclaration) -> String {
        type.name.value + (self == .create ? "Create" : "Change")
    }

    /// The type that has the view of that name, be the view there or not; nil for other names.
    static func type(behind name: String, among declared: [String: TypeDeclaration]) -> TypeDeclaration? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, TypeView(rawValue: String(parts[1])) != nil else { return nil }
        return declared[String(parts[0])]
    }

    /// What the view is for, in words.
    fileprivate func about(_ type: TypeDeclaration) -> String {
        switch self {
        case .create: "The fields of `\(type.name.value)` that a caller gives when one is made."
        case .change:
            "The fields of `\(type.name.value)` that can be changed; what is absent stays as it is."
                + (clears(type) ? " `null` removes what need not be there." : "")
        }
    }

    /// Whether a change can remove something: a field that need not be there.
    private func clears(_ type: TypeDeclaration) -> Bool {
        guard self == .change, case .object(let fields) = type.type.form else { return false }
        return fields.contains { has($0) && $0.isOptional }
    }

    /// Whether the field is part of the view; one that says nothing of who sets it is.
    fileprivate func has(_ field: Field) -> Bool {
        field.setters.map { $0.value.contains(self == .create ? .create : .change) } ?? true
    }
}

extension TypeDeclaration {
    /// Whether one of the type's fields says who sets it: then the type has views.
    var hasViews: Bool {
        guard case .object(let fields) = type.form else { return false }
        return fields.contains { $0.setters != nil }
    }

    /// What a caller gives of the type in an operation; nil for types without views.
    func view(_ view: TypeView) -> TypeDeclaration? {
        guard hasViews, case .object(let fields) = type.form else { return nil }
        let given = fields.filter(view.has).map { field in
            var field = field
            field.setters = nil
            field.type.assumedKeys.removeAll { ["set", "initial"].contains($0) }
            if view == .create, let initial = field.initialValue { (field.isOptional, field.defaultValue) = (true, initial) }
            field.initialValue = nil
            // What need not be there can be removed (RFC 7396).
            if view == .change, field.isOptional { field.type.isNullable = true }
            // What stays as it is has no other value.
            if view == .change { (field.isOptional, field.defaultValue) = (true, nil) }
            return field
        }
        // Whoever documents that a field is set in an operation documents what the operation takes.
        let isDocumented = fields.filter(view.has).contains { $0.setters?.isAssumed == false }
        var use = TypeUse(.object(given), at: type.span, isAssumed: type.isAssumed && !isDocumented)
        use.isReopened = use.isAssumed && given.contains { !$0.type.isAssumed || $0.type.isReopened }
        if use.isReopened { use.assumedKeys = ["fields"] }
        use.about = view.about(self)
        use.keeps = type.keeps
        return TypeDeclaration(name: name.map { _ in view.codeName(of: self) }, type: use)
    }
}
