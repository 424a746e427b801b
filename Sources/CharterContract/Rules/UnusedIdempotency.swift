/// A way to repeat calls that no endpoint has promises nothing.
package struct UnusedIdempotency: AdvisoryRule {
    package static let name = "unused-idempotency"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let used = Set(contract.statedDefaults.compactMap { $0.idempotency?.stated?.value })
        let names = contract.conventions.idempotency.map(\.name)
        let use = "name it in 'idempotency:' of an endpoint, a group or a method"
        return UnusedDeclarations(subject: "way to repeat calls", names: names, use: use).diagnostics(without: used, Self.self)
    }
}
