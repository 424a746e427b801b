/// What follows from conventions is derived for each endpoint: writing it down again gives it a second meaning.
package struct DerivedFailureRepeated: AdvisoryRule {
    package static let name = "derived-failure-repeated"

    /// The codes whose meaning leaves no room for another one.
    private static let derived: Set<String> = [
        "invalid-request", "invalid-path", "invalid-parameter", "invalid-field", "credential-missing", "credential-empty",
        "credential-repeated", "credential-malformed", "credential-unknown",
        "credential-revoked", "credential-expired", "key-kind-forbidden", "insufficient-scope", "body-too-large", "unsupported-media-type",
        "limit-exceeded", "internal-error",
    ]

    package func check(_ contract: Contract) -> [Diagnostic] {
        contract.endpoints.flatMap(\.fails).map(\.code).filter { Self.derived.contains($0.value) }.map { code in
            Self.diagnostic(
                "'\(code.value)' follows from the conventions of the API",
                at: code.span,
                help: "remove it, or give what is special here a code of its own"
            )
        }
    }
}
