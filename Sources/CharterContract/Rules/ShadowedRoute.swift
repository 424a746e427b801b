/// A literal in a path takes its text from the parameter that another path has at that place: no thing can be called so.
package struct ShadowedRoute: AdvisoryRule {
    package static let name = "shadowed-route"

    package func check(_ contract: Contract) -> [Diagnostic] {
        RouteOverlaps(contract).pairs.compactMap { pair in
            guard let winner = pair.moreSpecific else { return nil }
            let other = winner.path.span == pair.first.path.span ? pair.second : pair.first
            let texts = pair.literals.map { "'\($0.text)'" }.inWords(conjunction: "and")
            return Self.diagnostic(
                "'\(other.id.value)' is never asked for \(texts): '\(winner.id.value)' answers \(pair.common)",
                at: winner.path.span,
                notes: [Diagnostic.Note("the path that takes any text stands here", at: other.path.span)],
                help: "give the parameter a type that has no such value, as a uuid has none, or move one of the paths"
            )
        }
    }
}
