import CharterYAML

/// Types and fields become documentation: each says what it means.
package struct MissingDescription: ContractRule {
    package static let name = "missing-description"
    package static let severity = Diagnostic.Severity.warning

    /// The most fields of a type that one diagnostic names.
    private static let mostNames = 3

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.types.filter { $0.type.about == nil }.map { diagnostic("the type '\($0.name.value)' means", at: $0.name.span) }
        let described = Set(contract.types.filter { $0.type.about != nil }.map(\.name.value))
        // What its type means is what a field means that says nothing else.
        let isDescribed = { (field: Field) in
            if case .named(let name) = field.type.form { described.contains(name) } else { false }
        }
        let members = contract.types.compactMap { undescribed(fields(in: $0.type).filter { !isDescribed($0) }) }
        let parameters = contract.parameters.filter { !isDescribed($0) }.compactMap { undescribed([$0]) }
        return types + members + parameters
    }

    private func fields(in type: TypeUse) -> [Field] {
        type.withNested.flatMap { use -> [Field] in
            if case .object(let fields) = use.form { fields } else { [] }
        }
    }

    /// One diagnostic for all fields of a type: whoever describes one describes the others, too.
    private func undescribed(_ fields: [Field]) -> Diagnostic? {
        let missing = fields.filter { $0.type.about == nil }.map(\.name)
        guard let first = missing.first else { return nil }
        var names = missing.prefix(Self.mostNames).map { "'\($0.value)'" }
        if missing.count > Self.mostNames { names.append("\(missing.count - Self.mostNames) more") }
        return diagnostic("\(names.inWords(conjunction: "and")) mean\(missing.count == 1 ? "s" : "")", at: first.span)
    }

    private func diagnostic(_ subject: String, at span: SourceSpan) -> Diagnostic {
        Self.diagnostic("nothing says what \(subject)", at: span, help: "add 'about:'")
    }
}
