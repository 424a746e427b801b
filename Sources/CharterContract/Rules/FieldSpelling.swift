import CharterRuntime
import CharterYAML

/// Where an API spells its fields in one way, the contract writes them so.
package struct FieldSpelling: ContractRule {
    package static let name = "field-spelling"

    package func check(_ contract: Contract) -> [Diagnostic] {
        guard let casing = contract.conventions.json?.value.names else { return [] }
        let fields = contract.typeUses.flatMap { use -> [Field] in
            if case .object(let fields) = use.form { fields } else { [] }
        }
        var seen: Set<SourceSpan> = []
        return fields.map(\.name).filter { !casing.value.fits($0.value) && seen.insert($0.span).inserted }.map { name in
            Diagnostic(
                .error,
                "the field '\(name.value)' is not in \(casing.value.rawValue)",
                rule: Self.name,
                at: name.span,
                notes: [Diagnostic.Note("the spelling is set here", at: casing.span)],
                help: "write '\(casing.value.correction(of: name.value))'"
            )
        }
    }
}

extension APIDescription.JSONStyle.Casing {
    /// Whether a name is spelled so; characters that are neither letters nor digits stay out of it in front.
    fileprivate func fits(_ name: String) -> Bool {
        switch self {
        case .camelCase: name.wholeMatch(of: /[_$]*[a-z][A-Za-z0-9]*/) != nil
        case .snakeCase: name.wholeMatch(of: /[_$]*[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil
        }
    }

    /// What to write for a name that is spelled otherwise, in whatever way: `StartsAt`, `starts-at`.
    ///
    /// The runtime's `spelling(of:)` is for names that are spelled in one of the two ways.
    fileprivate func correction(of name: String) -> String {
        let words = IdentifierWords(name)
        return self == .camelCase ? words.lowerCamel : words.kebab.replacing("-", with: "_")
    }
}
