/// A scope that no endpoint needs, and that bundles no others, permits nothing.
package struct UnusedScope: AdvisoryRule {
    package static let name = "unused-scope"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let needed = contract.statedDefaults.flatMap { $0.scope?.names ?? [] }.map(\.value)
        let bundles = contract.scopes.filter(\.grants.value.grantsSome).map(\.name.value)
        let declared = UnusedDeclarations(subject: "scope", names: contract.scopes.map(\.name), use: "name it in 'scope:' of an endpoint")
        return declared.diagnostics(without: Set(needed + bundles), Self.self)
    }
}
