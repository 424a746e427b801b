import CharterYAML

/// The names that one section of a contract declares, for rules about references to it.
struct Declarations {
    /// The most names for which the nearest one is sought: each is compared with all that are declared.
    private static let mostSuggestions = 100

    /// What is declared: `scope`.
    let subject: String
    /// The top-level key under which it is declared: `scopes`.
    let section: String
    private let names: [String]
    /// The names that are known; nil where the section itself could not be read.
    private let known: Set<String>?
    private let sectionSpan: SourceSpan?

    init(of subject: String, in section: String, _ names: [String], _ contract: Contract) {
        self.subject = subject
        self.section = section
        self.names = names
        // What is declared and could not be read has a fault of its own.
        let written = contract.sections[section].map { $0.names } ?? []
        known = written.map { Set(names).union($0) }
        sectionSpan = contract.sections[section]?.span
    }

    /// Whether a name ends in `*` and something that is declared begins as it does.
    func matchesSome(_ wildcard: String) -> Bool {
        wildcard.hasSuffix("*") && (known ?? []).contains { $0.hasPrefix(wildcard.dropLast()) }
    }

    /// A diagnostic for a name that ends in `*`, where it stands for nothing or one name is needed.
    private func unmatched(_ wildcard: Located<String>, rule: String) -> Diagnostic {
        let isMisplaced = matchesSome(wildcard.value)
        let beginning = wildcard.value.dropLast()
        return Diagnostic(
            .error,
            isMisplaced ? "'\(wildcard.value)' stands for more than one \(subject)" : "no \(subject) begins with '\(beginning)'",
            rule: rule,
            at: wildcard.span,
            notes: sectionSpan.map { [Diagnostic.Note("'\(section):' stands here", at: $0)] } ?? [],
            help: isMisplaced ? "name the one that is needed" : "declare one under '\(section):', or name another"
        )
    }

    /// A diagnostic for each reference to something that is not declared; it says where the declaration would stand.
    ///
    /// - Parameter mends: what to write for words that are no names at all.
    func undeclared(
        among references: [Located<String>],
        rule: String,
        mends: (String) -> String? = Self.mend
    ) -> [Diagnostic] {
        guard let known else { return [] }
        var suggestions: [String: String] = [:]
        var sought: Set<String> = []
        return references.filter { !$0.value.isEmpty && !known.contains($0.value) }.map { reference in
            if sought.count < Self.mostSuggestions, sought.insert(reference.value).inserted {
                suggestions[reference.value] = nearestName(to: reference.value, among: names)
            }
            let declare = "declare it under \(sectionSpan == nil ? "a top-level " : "")'\(section):'"
            if reference.value.hasSuffix("*") { return unmatched(reference, rule: rule) }
            return Diagnostic(
                .error,
                "there is no \(subject) '\(reference.value)'",
                rule: rule,
                at: reference.span,
                notes: sectionSpan.map { [Diagnostic.Note("'\(section):' stands here", at: $0)] } ?? [],
                help: mends(reference.value) ?? suggestions[reference.value].map { "did you mean '\($0)'?" } ?? declare
            )
        }
    }

    /// What to write for a word in a list of names that stands for all of them.
    ///
    /// - Parameter all: the word that does so in place of the list.
    static func mendInList(_ word: String, all: String) -> String? {
        ["any", "all", "everything"].contains(word) ? "write '\(all)' in place of the list" : nil
    }

    /// What to write for words by which people mean several names, or none.
    static func mend(_ word: String) -> String? {
        switch word {
        case "any", "all": "write { \(word): [a, b] }, or 'none'"
        case "no", "false", "off", "null", "~": "write 'none'"
        default: nil
        }
    }
}

extension Contract {
    /// Whether all that is written in a section could be read: else what seems to be missing may stand there.
    func isWhole(_ section: String, _ readable: Int) -> Bool {
        guard let section = sections[section] else { return true }
        return section.names?.count == readable
    }

    /// The defaults that methods, groups and endpoints state, each where it is written.
    var statedDefaults: [Defaults] {
        methods.map(\.defaults) + groups.map(\.defaults) + endpoints.map(\.own)
    }

    /// The header fields that requests carry, where each is declared.
    var headerFields: [Field] {
        (headers + statedDefaults.flatMap(\.headers)).compactMap(\.field)
    }

    /// Every parameter, where it is declared.
    var parameters: [Field] {
        headerFields + path + statedDefaults.flatMap(\.path) + endpoints.flatMap(\.query)
    }

    /// Every type that is used anywhere, nested ones included.
    var typeUses: [TypeUse] {
        let endpointTypes = endpoints.flatMap { [$0.takes, $0.returns.body].compactMap { $0 } + $0.details.gives.map(\.type) }
        var uses: [TypeUse] = []
        for type in types { type.type.append(to: &uses) }
        for use in parameters.map(\.type) + endpointTypes { use.append(to: &uses) }
        return uses
    }
}

extension [TypeDeclaration] {
    /// The types by name, and the views of those that have them: `Event`, `Event.create` and `Event.change`.
    var withViewsByName: [String: TypeDeclaration] {
        let views = flatMap { type in TypeView.allCases.compactMap { view in type.view(view).map { (view.name(of: type), $0) } } }
        return keyed(by: \.name.value).merging(views) { declared, _ in declared }
    }
}

extension [String: TypeDeclaration] {
    /// The form behind a type that may only be another name for it; nil where names run in a circle, too far or nowhere.
    func form(of use: TypeUse) -> TypeUse.Form? {
        var form = use.form
        for _ in 0...EndlessType.deepest {
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
