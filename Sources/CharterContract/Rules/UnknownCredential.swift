/// A credential that is named must be declared.
package struct UnknownCredential: ContractRule {
    package static let name = "unknown-credential"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let declared = Declarations(of: "credential", in: "credentials", contract.credentials.map(\.name.value), contract)
        let references = contract.statedDefaults.compactMap { $0.auth?.stated }
        return declared.undeclared(among: references, rule: Self.name)
    }
}
