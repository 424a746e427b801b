/// Where some groups are headings of the reference, an endpoint without one ends up in no chapter.
package struct UntaggedEndpoint: AdvisoryRule {
    package static let name = "untagged-endpoint"

    package func check(_ contract: Contract) -> [Diagnostic] {
        guard contract.groups.contains(where: { $0.about != nil }) else { return [] }
        let groups = GroupIndex(contract)
        return contract.endpoints.filter { endpoint in
            groups.groups(of: endpoint.path.value).allSatisfy { $0.about == nil }
        }.map { endpoint in
            Self.diagnostic(
                "'\(endpoint.id.value)' lies in no group that has an 'about:'",
                at: endpoint.path.span,
                help: "add a group with 'about:' for its path"
            )
        }
    }
}
