/// A credential that is named must be declared.
package struct UnknownCredential: ContractRule {
    package static let name = "unknown-credential"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let declared = Declarations(of: "credential", in: "credentials", contract.credentials.map(\.name.value), contract)
        let placed = contract.tenancy?.value.placesByCredential.map(\.credential) ?? []
        let references = contract.statedDefaults.flatMap { $0.auth?.names ?? [] } + placed
        return declared.undeclared(among: references, rule: Self.name)
    }
}
