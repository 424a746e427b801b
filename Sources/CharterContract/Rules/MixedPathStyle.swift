/// The words of paths are joined in one way, so that whoever has seen one path can guess another.
package struct MixedPathStyle: AdvisoryRule {
    package static let name = "mixed-path-style"

    package func check(_ contract: Contract) -> [Diagnostic] {
        var seen: Set<String> = []
        let literals = contract.endpoints.flatMap { endpoint in
            endpoint.path.value.literals.filter { seen.insert($0).inserted }.map { Located($0, at: endpoint.path.span, isAssumed: false) }
        }
        guard let (common, exceptions) = WordStyle.exceptions(among: literals) else { return [] }
        return exceptions.map { literal in
            Self.diagnostic(
                "'\(literal.value)' is not spelled as '\(common.value)' is",
                at: literal.span,
                notes: [Diagnostic.Note("most paths are spelled as here", at: common.span)],
                help: "spell all paths alike"
            )
        }
    }
}
