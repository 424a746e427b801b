/// A limit that nothing names counts nothing.
package struct UnusedLimit: AdvisoryRule {
    package static let name = "unused-limit"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let ofCallers = contract.credentials.flatMap { $0.limits + $0.kinds.flatMap(\.limits) }
        let ofEndpoints = contract.statedDefaults.flatMap { $0.limits?.value ?? [] }
        let use = "name it in 'limits:' of an endpoint or a kind of key"
        let declared = UnusedDeclarations(subject: "limit", names: contract.limits.map(\.name), use: use)
        return declared.diagnostics(without: Set((ofCallers + ofEndpoints).map(\.value)), Self.self)
    }
}
