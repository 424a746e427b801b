/// An example must be a value that the API would take: it is shown to people and sent by tests.
package struct ExampleNotOfItsType: ContractRule {
    package static let name = "example-not-of-its-type"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let fit = ExampleFit(types: contract.typesByName)
        return contract.typeUses.compactMap { use in
            guard let example = use.example, let fault = fit.fault(of: example.value, as: use) else { return nil }
            let message = "the example \(fault)"
            return Diagnostic(.error, message, rule: Self.name, at: example.span, help: "give an example that the API would take")
        }
    }
}
