/// A filter compares with fields that the items of the list have.
package struct UnknownFilterField: ContractRule {
    package static let name = "unknown-filter-field"

    package func check(_ contract: Contract) -> [Diagnostic] {
        contract.statedComparisons.filter { $0.field == nil }.map { stated in
            let path = stated.comparison.field
            let (name, known) = (path.value.split(separator: ".").last.map(String.init) ?? path.value, stated.fields.map(\.name.value))
            return Self.diagnostic(
                "the items of '\(stated.endpoint.id.value)' have no field '\(path.value)'",
                at: path.span,
                help: nearestName(to: name, among: known).map { "did you mean '\($0)'?" } ?? "name a field of the items"
            )
        }
    }
}
