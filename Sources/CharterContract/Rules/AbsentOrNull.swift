/// A field that may be absent and may be null becomes one optional of Swift, which does not keep the two apart.
package struct AbsentOrNull: ContractRule {
    package static let name = "absent-or-null"
    package static let severity = Diagnostic.Severity.warning

    package func check(_ contract: Contract) -> [Diagnostic] {
        let requests = contract.endpoints.compactMap(\.takes)
        let fields = (contract.types.map(\.type) + requests).flatMap(\.withNested).flatMap { use -> [Field] in
            if case .object(let fields) = use.form { fields } else { [] }
        }
        return fields.filter { $0.isOptional && $0.type.isNullable }.map { field in
            Diagnostic(
                Self.severity,
                "'\(field.name.value)' may be absent and may be null, which Swift code cannot tell apart",
                rule: Self.name,
                at: field.name.span,
                help: "leave out the '?' behind the name or the one behind the type"
            )
        }
    }
}
