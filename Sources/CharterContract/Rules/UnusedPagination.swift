/// A way of paging that no list has describes nothing.
package struct UnusedPagination: AdvisoryRule {
    package static let name = "unused-pagination"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let used = Set(contract.statedDefaults.compactMap { $0.pagination?.stated?.value })
        let names = contract.paginations.map(\.name)
        let declared = UnusedDeclarations(subject: "way of paging", names: names, use: "name it in 'pagination:' of an endpoint")
        return declared.diagnostics(without: used, Self.self)
    }
}
