import CharterYAML

/// The names that one section of a contract declares, for rules about references to it.
struct Declarations {
    /// What is declared: `scope`.
    let subject: String
    /// The top-level key under which it is declared: `scopes`.
    let section: String
    private let names: [String]
    private let known: Set<String>
    private let sectionSpan: SourceSpan?

    init(of subject: String, in section: String, _ names: [String], _ contract: Contract) {
        self.subject = subject
        self.section = section
        self.names = names
        known = Set(names)
        sectionSpan = contract.sections[section]
    }

    /// A diagnostic for each reference to something that is not declared; it says where the declaration would stand.
    func undeclared(among references: [Located<String>], rule: String) -> [Diagnostic] {
        references.filter { !$0.value.isEmpty && !known.contains($0.value) }.map { reference in
            let nearest = nearestName(to: reference.value, among: names)
            return Diagnostic(
                .error,
                "there is no \(subject) '\(reference.value)'",
                rule: rule,
                at: reference.span,
                notes: sectionSpan.map { [Diagnostic.Note("a \(subject) is declared here", at: $0)] } ?? [],
                help: nearest.map { "did you mean '\($0)'?" } ?? "declare it under \(sectionSpan == nil ? "a top-level " : "")'\(section):'"
            )
        }
    }
}

extension Contract {
    /// The defaults that groups and endpoints state, each where it is written.
    var statedDefaults: [Defaults] {
        groups.map(\.defaults) + endpoints.map(\.own)
    }

    /// Every path and query parameter, where it is declared.
    var parameters: [Field] {
        path + statedDefaults.flatMap(\.path) + endpoints.flatMap(\.query)
    }

    /// Every type that is used anywhere, nested ones included.
    var typeUses: [TypeUse] {
        let endpointTypes = endpoints.flatMap { [$0.takes, $0.returns.body].compactMap { $0 } }
        return (types.map(\.type) + parameters.map(\.type) + endpointTypes).flatMap(\.withNested)
    }

    /// The named types, by name.
    var typesByName: [String: TypeDeclaration] {
        Dictionary(types.map { ($0.name.value, $0) }) { first, _ in first }
    }
}

extension [String: TypeDeclaration] {
    /// The form behind a type that may only be another name for it; nil where names run in a circle or lead nowhere.
    func form(of use: TypeUse) -> TypeUse.Form? {
        var form = use.form
        for _ in 0...count {
            guard case .named(let name) = form, Scalar(rawValue: name) == nil else { return form }
            guard let declaration = self[name] else { return nil }
            form = declaration.type.form
        }
        return nil
    }

    /// The scalar behind a type, if it is one.
    func scalar(of use: TypeUse) -> Scalar? {
        if case .named(let name)? = form(of: use) { Scalar(rawValue: name) } else { nil }
    }
}

extension Located<Setting<String>> {
    /// The name that is stated, with its place; nil for `none`.
    var stated: Located<String>? {
        value.value.map { Located<String>($0, at: span, isAssumed: isAssumed) }
    }
}
