/// A path or a query holds texts: its parameters are scalars or enumerations.
package struct ParameterNotScalar: ContractRule {
    package static let name = "parameter-not-scalar"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.typesByName
        return contract.parameters.compactMap { field in
            switch types.form(of: field.type) {
            case .object, .list: break
            case .enumeration, .named, nil:
                guard field.type.isNullable else { return nil }
            }
            return Diagnostic(
                .error,
                "the parameter '\(field.name.value)' cannot be written in a path or a query",
                rule: Self.name,
                at: field.type.span,
                help: "give it a scalar or an enumeration that cannot be null"
            )
        }
    }
}
