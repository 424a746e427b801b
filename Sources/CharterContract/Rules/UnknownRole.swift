/// A role that is named must be declared.
package struct UnknownRole: ContractRule {
    package static let name = "unknown-role"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let declared = Declarations(of: "role", in: "roles", contract.roles.map(\.name.value), contract)
        let held = contract.credentials.compactMap(\.roles).flatMap(\.value.names) + contract.roles.flatMap(\.grants.value.names)
        let needed = contract.statedDefaults.flatMap { $0.roles?.value ?? [] }
        return declared.undeclared(among: held.filter { !declared.matchesSome($0.value) }, rule: Self.name)
            + declared.undeclared(among: needed, rule: Self.name) { word in
                ["any", "all"].contains(word) ? "write a list of roles of which one will do, or 'none'" : Declarations.mend(word)
            }
    }
}
