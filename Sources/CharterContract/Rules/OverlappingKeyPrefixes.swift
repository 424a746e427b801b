/// A key must show its kind: no prefix may be the beginning of another of the same credential.
package struct OverlappingKeyPrefixes: ContractRule {
    package static let name = "overlapping-key-prefixes"

    package func check(_ contract: Contract) -> [Diagnostic] {
        contract.credentials.flatMap { credential in
            credential.kinds.enumerated().flatMap { index, kind in
                credential.kinds[..<index].filter { Self.overlap($0.prefix.value, kind.prefix.value) }.map { other in
                    Diagnostic(
                        .error,
                        "a key beginning with '\(kind.prefix.value)' could be of the kind '\(other.name.value)' or '\(kind.name.value)'",
                        rule: Self.name,
                        at: kind.prefix.span,
                        notes: [Diagnostic.Note("the prefix of '\(other.name.value)' is here", at: other.prefix.span)],
                        help: "choose prefixes of which none begins with another"
                    )
                }
            }
        }
    }

    private static func overlap(_ left: String, _ right: String) -> Bool {
        !left.isEmpty && !right.isEmpty && (left.hasPrefix(right) || right.hasPrefix(left))
    }
}
