/// Only a header field that is declared further out can be switched off or forbidden.
package struct HeaderNeverDeclared: ContractRule {
    package static let name = "header-never-declared"

    package func check(_ contract: Contract) -> [Diagnostic] {
        guard contract.isWhole("groups", contract.groups.count) else { return [] }
        let declared = contract.headers + (contract.groups.map(\.defaults) + contract.methods.map(\.defaults)).flatMap(\.headers)
        let names = Set(declared.filter { $0.field != nil }.map(\.key))
        let all = contract.headers + contract.statedDefaults.flatMap(\.headers)
        let tenant = Set((contract.tenancy?.value.places ?? []).compactMap(\.value.headerKey))
        let unknown = all.filter { header in
            header.field == nil && !names.contains(header.key) && !(header.forbidden != nil && tenant.contains(header.key))
        }
        return unknown.map { header in
            Diagnostic(
                .error,
                "no request has the header field '\(header.name.value)', so it cannot be \(header.forbidden == nil ? "switched off" : "forbidden")",
                rule: Self.name,
                at: header.name.span,
                help: nearestName(to: header.key, among: names.sorted()).map { "did you mean '\($0)'?" } ?? "remove it"
            )
        }
    }
}

extension TenantPlace {
    /// The name of the header field as HTTP compares it (RFC 9110 §5.1); nil for other places.
    var headerKey: String? {
        if case .header(let name) = self { name.lowercased() } else { nil }
    }
}
