/// A path, a query or a header field holds texts: parameters are scalars or enumerations, outside paths also lists of them.
package struct ParameterNotScalar: ContractRule {
    package static let name = "parameter-not-scalar"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.typesByName
        let inPath = Set((contract.path + contract.statedDefaults.flatMap(\.path)).map(\.name.span))
        let parameters = contract.parameters + contract.endpoints.flatMap(\.details.gives)
        return parameters.filter { !isText($0.type, inPath: inPath.contains($0.name.span), types) }.map { field in
            Diagnostic(
                .error,
                "the parameter '\(field.name.value)' cannot be written in a path, a query or a header field",
                rule: Self.name,
                at: field.type.span,
                help: inPath.contains(field.name.span)
                    ? "give it a scalar or an enumeration that cannot be null"
                    : "give it a scalar or an enumeration that cannot be null, or a list of them"
            )
        }
    }

    private func isText(_ use: TypeUse, inPath: Bool, _ types: [String: TypeDeclaration]) -> Bool {
        guard !use.isNullable else { return false }
        switch types.form(of: use) {
        case .object, .map, .union: return false
        case .list(let element):
            if case .list? = types.form(of: element) { return false }
            return !inPath && isText(element, inPath: false, types)
        case .enumeration, .constant, nil: return true
        case .named: return types.scalar(of: use) != .any
        }
    }
}
