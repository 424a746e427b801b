import CharterRuntime
import CharterYAML

/// A key must show its kind: no prefix may be the beginning of another of the same credential, nor of one that is taken instead of it in
/// the same place.
package struct OverlappingKeyPrefixes: ContractRule {
    package static let name = "overlapping-key-prefixes"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let credentials = contract.credentials.keyed(by: \.name.value)
        let alone = contract.credentials.flatMap { credential in
            credential.kinds.enumerated().flatMap { index, kind in Self.overlaps(of: kind, credential.kinds[..<index]) }
        }
        var told: Set<Set<String>> = []
        let together = contract.statedDefaults.compactMap { $0.auth?.resolved.names }.flatMap { names -> [Diagnostic] in
            let sharing = names.compactMap { credentials[$0] }
            return sharing.indices.flatMap { index in
                sharing[..<index].flatMap { other -> [Diagnostic] in
                    let credential = sharing[index]
                    guard other.name.value != credential.name.value, other.sharesPlace(with: credential),
                        told.insert([other.name.value, credential.name.value]).inserted
                    else { return [] }
                    return credential.kinds.flatMap { Self.overlaps(of: $0, other.kinds[...], "'\(other.name.value)'") }
                }
            }
        }
        return alone + together
    }

    /// - Parameter owner: the credential that the others belong to, where it is another one.
    private static func overlaps(of kind: KeyKind, _ others: ArraySlice<KeyKind>, _ owner: String? = nil) -> [Diagnostic] {
        others.filter { overlap($0.prefix.value, kind.prefix.value) }.map { other in
            let first = "'\(other.name.value)'" + (owner.map { " of \($0)" } ?? "")
            return Diagnostic(
                .error,
                "a key beginning with '\(kind.prefix.value)' could be of the kind \(first) or '\(kind.name.value)'",
                rule: name,
                at: kind.prefix.span,
                notes: [Diagnostic.Note("the prefix of '\(other.name.value)' is here", at: other.prefix.span)],
                help: "choose prefixes of which none begins with another" + (owner == nil ? "" : ", or places that differ")
            )
        }
    }

    private static func overlap(_ left: String, _ right: String) -> Bool {
        !left.isEmpty && !right.isEmpty && (left.hasPrefix(right) || right.hasPrefix(left))
    }
}

extension Credential {
    /// Whether a request can carry either of them in one place.
    fileprivate func sharesPlace(with other: Credential) -> Bool {
        let places = ([place] + fallbackPlaces).map(\.value)
        return ([other.place] + other.fallbackPlaces).contains { places.contains($0.value) }
    }
}
