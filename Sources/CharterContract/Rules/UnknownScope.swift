/// A scope that is named must be declared.
package struct UnknownScope: ContractRule {
    package static let name = "unknown-scope"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let declared = Declarations(of: "scope", in: "scopes", contract.scopes.map(\.name.value), contract)
        let caps = contract.credentials.flatMap { [$0.holds] + $0.kinds.map(\.holds) }.flatMap(\.value.names)
        let implied = contract.scopes.flatMap(\.grants.value.names)
        let needed = contract.statedDefaults.flatMap { $0.scope?.names ?? [] }
        let isWildcard = { (name: Located<String>) in declared.matchesSome(name.value) }
        func undeclared(_ listed: [Located<String>], all: String) -> [Diagnostic] {
            declared.undeclared(among: listed.filter { !isWildcard($0) }, rule: Self.name) { Declarations.mendInList($0, all: all) }
        }
        return undeclared(caps, all: "any") + undeclared(implied, all: "all") + declared.undeclared(among: needed, rule: Self.name)
    }
}
