/// Types and fields become documentation: each says what it means.
package struct MissingDescription: ContractRule {
    package static let name = "missing-description"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.types.filter { $0.type.about == nil }.map { ("the type '\($0.name.value)'", $0.name.span) }
        let fields = contract.types.map(\.type).flatMap(\.withNested).flatMap { use -> [Field] in
            if case .object(let fields) = use.form { fields } else { [] }
        }
        let undescribed = (fields + contract.parameters).filter { $0.type.about == nil }.map { ("'\($0.name.value)'", $0.name.span) }
        return (types + undescribed).map { subject, span in
            Diagnostic(.warning, "nothing says what \(subject) means", rule: Self.name, at: span, help: "add 'about:'")
        }
    }
}
