/// A type that is named must be one of the language's or be declared.
package struct UnknownType: ContractRule {
    package static let name = "unknown-type"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let names = contract.types.map(\.name.value) + Scalar.allCases.map(\.rawValue)
        let declared = Declarations(of: "type", in: "types", names, contract)
        let references = contract.typeUses.compactMap { use -> Located<String>? in
            if case .named(let name) = use.form, !name.isEmpty { Located(name, at: use.span, isAssumed: use.isAssumed) } else { nil }
        }
        return declared.undeclared(among: references, rule: Self.name)
    }
}
