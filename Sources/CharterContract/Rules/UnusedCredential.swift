/// A credential that no endpoint asks for opens nothing.
package struct UnusedCredential: AdvisoryRule {
    package static let name = "unused-credential"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let used = Set(contract.statedDefaults.flatMap { $0.auth?.names ?? [] }.map(\.value))
        let names = contract.credentials.map(\.name)
        let declared = UnusedDeclarations(subject: "credential", names: names, use: "name it in 'auth:' of an endpoint")
        return declared.diagnostics(without: used, Self.self)
    }
}
