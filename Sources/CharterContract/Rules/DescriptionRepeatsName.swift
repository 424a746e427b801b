/// A description that only says the name again tells its reader nothing.
package struct DescriptionRepeatsName: AdvisoryRule {
    package static let name = "description-repeats-name"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let fields = contract.types.map(\.type).flatMap(\.withNested).flatMap { use -> [Field] in
            if case .object(let fields) = use.form { fields } else { [] }
        }
        let named = contract.types.map { ($0.name, $0.type) } + (fields + contract.parameters).map { ($0.name, $0.type) }
        return named.filter { IdentifierWords($0.0.value).kebab == $0.1.about.map { IdentifierWords($0).kebab } }.map { name, _ in
            Self.diagnostic("the description of '\(name.value)' only repeats its name", at: name.span, help: "say what it means")
        }
    }
}
