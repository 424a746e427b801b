/// A scope that is named must be declared.
package struct UnknownScope: ContractRule {
    package static let name = "unknown-scope"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let declared = Declarations(of: "scope", in: "scopes", contract.scopes.map(\.name.value), contract)
        let caps = contract.credentials.flatMap(\.kinds).flatMap(\.holds.value.names)
        let implied = contract.scopes.flatMap(\.grants.value.names)
        let needed = contract.statedDefaults.compactMap { $0.scope?.stated }
        let references = caps + implied + needed
        return declared.undeclared(among: references, rule: Self.name)
    }
}
