/// A way of paging that is named must be declared.
package struct UnknownPagination: ContractRule {
    package static let name = "unknown-pagination"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let declared = Declarations(of: "way of paging", in: "pagination", contract.paginations.map(\.name.value), contract)
        let references = contract.statedDefaults.compactMap { $0.pagination?.stated }
        return declared.undeclared(among: references, rule: Self.name)
    }
}
