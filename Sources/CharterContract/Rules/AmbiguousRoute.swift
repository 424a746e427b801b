/// Where each of two paths has a literal that is a parameter in the other, routers do not agree which of them is meant.
package struct AmbiguousRoute: AdvisoryRule {
    package static let name = "ambiguous-route"

    package func check(_ contract: Contract) -> [Diagnostic] {
        RouteOverlaps(contract).pairs.filter { $0.moreSpecific == nil }.map { pair in
            Self.diagnostic(
                "\(pair.second.method.value.rawValue) \(pair.common) could mean '\(pair.first.id.value)' and '\(pair.second.id.value)'",
                at: pair.second.path.span,
                notes: [Diagnostic.Note("the other path stands here", at: pair.first.path.span)],
                help: "move one of the paths; Charter's server prefers the path whose first literal comes earlier"
            )
        }
    }
}
