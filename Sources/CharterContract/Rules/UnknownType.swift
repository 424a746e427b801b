/// A type that is named must be one of the language's or be declared.
package struct UnknownType: ContractRule {
    package static let name = "unknown-type"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.types.keyed(by: \.name.value)
        let views = contract.types.filter(\.hasViews).flatMap { type in TypeView.allCases.map { $0.name(of: type) } }
        let names = contract.types.map(\.name.value) + views + Scalar.allCases.map(\.rawValue)
        let declared = Declarations(of: "type", in: "types", names, contract)
        let references = contract.typeUses.compactMap { use -> Located<String>? in
            // A view of a type without views is the matter of another rule.
            guard case .named(let name) = use.form, !name.isEmpty, TypeView.type(behind: name, among: types) == nil else { return nil }
            return Located(name, at: use.span, isAssumed: use.isAssumed)
        }
        return declared.undeclared(among: references, rule: Self.name, mends: ForeignType.mend)
    }
}
