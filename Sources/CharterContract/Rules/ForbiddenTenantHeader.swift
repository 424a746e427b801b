/// The header field that names the tenant cannot be forbidden where an endpoint works on the data of one.
package struct ForbiddenTenantHeader: ContractRule {
    package static let name = "forbidden-tenant-header"

    package func check(_ contract: Contract) -> [Diagnostic] {
        guard let tenancy = contract.tenancy?.value else { return [] }
        let tenant = Set(tenancy.places.compactMap(\.value.headerKey))
        let groups = GroupIndex(contract)
        return contract.endpoints.flatMap { endpoint -> [Diagnostic] in
            let effective = groups.effective(endpoint)
            guard (effective.tenancy?.value ?? .tenant) == .tenant else { return [] }
            return effective.headers.filter { $0.forbidden != nil && tenant.contains($0.key) }.map { header in
                Diagnostic(
                    .error,
                    "'\(header.name.value)' names the \(tenancy.name.value) on whose data '\(endpoint.id.value)' works",
                    rule: Self.name,
                    at: header.name.span,
                    help: "write 'tenancy: none' or 'tenancy: shared' at the endpoint, or remove it"
                )
            }
        }
    }
}
