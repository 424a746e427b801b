import CharterRuntime

/// Credentials that a request carries at once need places of their own.
package struct CredentialsInOnePlace: ContractRule {
    package static let name = "credentials-in-one-place"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let credentials = contract.credentials.keyed(by: \.name.value)
        return contract.statedDefaults.compactMap(\.auth).flatMap { auth -> [Diagnostic] in
            auth.resolved.alternatives.compactMap { names -> Diagnostic? in
                var taken: [String: Credential] = [:]
                for credential in names.compactMap({ credentials[$0] }) {
                    guard let other = taken.updateValue(credential, forKey: credential.place.value.slot),
                        other.name.value != credential.name.value
                    else { continue }
                    return Diagnostic(
                        .error,
                        "'\(other.name.value)' and '\(credential.name.value)' cannot be sent at once: they have one place",
                        rule: Self.name,
                        at: auth.span,
                        notes: [Diagnostic.Note("the place of '\(credential.name.value)' is here", at: credential.place.span)],
                        help: "ask for { any: [...] } of them, or give one another place"
                    )
                }
                return nil
            }
        }
    }
}

extension CredentialPlace {
    /// What it fills in: the name of a header field or of a query parameter.
    fileprivate var slot: String {
        switch self {
        case .query(let name): "?" + name
        case .header, .scheme, .basic: (headerField ?? "").lowercased()
        }
    }
}
