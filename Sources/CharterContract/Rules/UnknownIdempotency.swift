/// A way to repeat calls that is named must be declared.
package struct UnknownIdempotency: ContractRule {
    package static let name = "unknown-idempotency"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let names = contract.conventions.idempotency.map(\.name.value)
        let declared = Declarations(of: "way to repeat calls", in: "idempotency", names, contract)
        return declared.undeclared(among: contract.statedDefaults.compactMap { $0.idempotency?.stated }, rule: Self.name)
    }
}
