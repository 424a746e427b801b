/// A role that no endpoint asks for, and that bundles no others, permits nothing.
package struct UnusedRole: AdvisoryRule {
    package static let name = "unused-role"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let needed = contract.statedDefaults.flatMap { $0.roles?.value ?? [] }.map(\.value)
        let bundles = contract.roles.filter(\.grants.value.grantsSome).map(\.name.value)
        let declared = UnusedDeclarations(subject: "role", names: contract.roles.map(\.name), use: "name it in 'role:' of an endpoint")
        return declared.diagnostics(without: Set(needed + bundles), Self.self)
    }
}
