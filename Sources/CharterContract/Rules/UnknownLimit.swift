/// A limit that is named must be declared.
package struct UnknownLimit: ContractRule {
    package static let name = "unknown-limit"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let declared = Declarations(of: "limit", in: "limits", contract.limits.map(\.name.value), contract)
        let references =
            contract.credentials.flatMap { $0.limits + $0.kinds.flatMap(\.limits) }
            + contract.statedDefaults.flatMap { $0.limits?.value ?? [] }
        return declared.undeclared(among: references, rule: Self.name)
    }
}
