/// A limit is counted by one of a few things, and a tenant has the name that `tenancy:` gives it.
package struct UnknownPartition: ContractRule {
    package static let name = "unknown-partition"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let tenants = contract.tenancy.map { ["tenant", $0.value.name.value].filter { !$0.isEmpty } } ?? []
        let known = ["key", "user", "address", "everyone"] + tenants
        // A tenancy that could not be read has a fault of its own.
        if contract.tenancy == nil, let section = contract.sections["tenancy"], section.names != [] { return [] }
        return contract.limits.map(\.by).filter { !$0.value.isEmpty && !known.contains($0.value) }.map { by in
            Diagnostic(
                .error,
                "a limit cannot be counted by '\(by.value)'",
                rule: Self.name,
                at: by.span,
                help: ForeignWord.meant(by: by.value, among: known).map { "did you mean '\($0)'?" }
                    ?? "write \(known.inWords(conjunction: "or"))\(contract.tenancy == nil ? ", or declare a 'tenancy:'" : "")"
            )
        }
    }
}
