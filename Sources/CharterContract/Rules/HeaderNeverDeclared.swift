/// Only a header field that is declared further out can be switched off.
package struct HeaderNeverDeclared: ContractRule {
    package static let name = "header-never-declared"

    package func check(_ contract: Contract) -> [Diagnostic] {
        guard contract.isWhole("groups", contract.groups.count) else { return [] }
        let declared = contract.headers + (contract.groups.map(\.defaults) + contract.methods.map(\.defaults)).flatMap(\.headers)
        let names = Set(declared.filter { $0.field != nil }.map(\.key))
        let all = contract.headers + contract.statedDefaults.flatMap(\.headers)
        return all.filter { $0.field == nil && !names.contains($0.key) }.map { header in
            Diagnostic(
                .error,
                "no request has the header field '\(header.name.value)', so it cannot be switched off",
                rule: Self.name,
                at: header.name.span,
                help: nearestName(to: header.key, among: names.sorted()).map { "did you mean '\($0)'?" } ?? "remove it"
            )
        }
    }
}
