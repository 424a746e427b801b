/// Only an API with tenants can say that an endpoint has nothing to do with them.
package struct ReachWithoutTenancy: ContractRule {
    package static let name = "reach-without-tenancy"

    package func check(_ contract: Contract) -> [Diagnostic] {
        // A tenancy that could not be read has a fault of its own.
        guard contract.tenancy == nil, contract.sections["tenancy"]?.names ?? [] == [] else { return [] }
        return contract.statedDefaults.compactMap(\.tenancy).map { reach in
            Diagnostic(
                .error,
                "the API has no tenants",
                rule: Self.name,
                at: reach.span,
                help: "remove 'tenancy:' here, or declare a top-level 'tenancy:'"
            )
        }
    }
}
