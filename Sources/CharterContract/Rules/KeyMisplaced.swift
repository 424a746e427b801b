import CharterYAML

/// What narrows one form of type means nothing for the others.
package struct KeyMisplaced: ContractRule {
    package static let name = "key-misplaced"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.typesByName
        // What a type bears that could not be found cannot be told.
        let uses = contract.typeUses.filter { types.form(of: $0) != nil }
        return uses.flatMap { use in
            let isList = if case .list = use.form { true } else { false }
            let isEnumeration = if case .enumeration = use.form { true } else { false }
            let isObject = if case .object = use.form { true } else { false }
            let isExact = use.isScalar(.number) && use.isExact?.value == true
            return [
                Self.diagnostic("places", use.places?.span, of: "a decimal or an exact number", fits: use.isScalar(.decimal) || isExact),
                Self.diagnostic("exact", use.isExact?.span, of: "a number", fits: use.isScalar(.number)),
                Self.diagnostic("prefix", use.prefix?.span, of: "an id", fits: use.isScalar(.id)),
                Self.diagnostic("version", use.version?.span, of: "a uuid", fits: use.isScalar(.uuid)),
                Self.diagnostic("unique", use.isUnique?.span, of: "a list", fits: isList),
                Self.diagnostic("closed", use.isClosed?.span, of: "an enumeration", fits: isEnumeration),
                Self.diagnostic("keep", use.keeps?.span, of: "an object", fits: isObject),
            ].compactMap { $0 }
        } + contract.parameters.compactMap { Self.listStyle($0, types) } + contract.parameters.compactMap(Self.ignored)
            + contract.parameters.compactMap(Self.missing) + Self.pathFields(contract).compactMap(Self.missingInPath)
            + contract.endpoints.flatMap(\.details.gives).flatMap(Self.answersInReply)
    }

    private static func diagnostic(_ key: String, _ span: SourceSpan?, of owner: String, fits: Bool) -> Diagnostic? {
        guard let span, !fits else { return nil }
        let help = "remove it, or write it where \(owner) is written out"
        return Diagnostic(.error, "'\(key)' belongs to \(owner)", rule: name, at: span, help: help)
    }

    private static func listStyle(_ field: Field, _ types: [String: TypeDeclaration]) -> Diagnostic? {
        guard let style = field.listStyle, let form = types.form(of: field.type) else { return nil }
        if case .list = form { return nil }
        let message = "'as' says how a list is written, and '\(field.name.value)' is none"
        return Diagnostic(.error, message, rule: name, at: style.span, help: "remove it, or make the parameter a list: { list: T }")
    }

    /// What may be absent is never missing.
    private static func missing(_ field: Field) -> Diagnostic? {
        guard let missing = field.missingAnswer, field.isOptional else { return nil }
        let message = "'\(field.name.value)' may be absent, so no request lacks it"
        return Diagnostic(.error, message, rule: name, at: missing.span, help: "remove the '?' behind the name, or 'missing'")
    }

    private static func pathFields(_ contract: Contract) -> [Field] { contract.path + contract.statedDefaults.flatMap(\.path) }

    /// Without a part of its path a request is one for another endpoint.
    private static func missingInPath(_ field: Field) -> Diagnostic? {
        guard let missing = field.missingAnswer, !field.isOptional else { return nil }
        let message = "'\(field.name.value)' is a part of the path, which no request lacks"
        return Diagnostic(.error, message, rule: name, at: missing.span, help: "remove it")
    }

    /// A reply is answered by nobody.
    private static func answersInReply(_ field: Field) -> [Diagnostic] {
        let places = [("invalid", field.invalid?.span), ("invalid", field.invalidAnswer?.span), ("missing", field.missingAnswer?.span)]
        return places.compactMap { key, span in
            span.map { Diagnostic(.error, "'\(key)' belongs to a parameter of a request", rule: name, at: $0, help: "remove it") }
        }
    }

    /// A value that is as good as none cannot be one that must be there.
    private static func ignored(_ field: Field) -> Diagnostic? {
        guard let invalid = field.invalid, invalid.value == .ignore, !field.isOptional else { return nil }
        return Diagnostic(
            .error,
            "'\(field.name.value)' must be there, so a value that does not fit cannot be ignored",
            rule: name,
            at: invalid.span,
            help: "put a '?' behind the name, or write 'invalid: reject'"
        )
    }
}

extension TypeUse {
    /// Whether the type is that scalar itself, no other name for it.
    fileprivate func isScalar(_ scalar: Scalar) -> Bool {
        if case .named(scalar.rawValue) = form { true } else { false }
    }
}
