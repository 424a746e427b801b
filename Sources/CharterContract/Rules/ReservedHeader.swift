import CharterRuntime
import CharterYAML

/// Header fields that HTTP or a convention of the API needs are no parameters.
package struct ReservedHeader: ContractRule {
    package static let name = "reserved-header"

    /// What carries the message itself (RFC 9110 §7, §8; RFC 9112 §6), and what OpenAPI ignores as a parameter.
    private static let reserved: Set<String> = [
        "accept", "authorization", "connection", "content-encoding", "content-length", "content-type", "cookie", "host", "te", "trailer",
        "transfer-encoding", "upgrade",
    ]

    /// What carries the reply itself (RFC 9110 §8; RFC 9112 §6).
    private static let reservedInReplies: Set<String> = [
        "connection", "content-encoding", "content-length", "content-type", "te", "trailer", "transfer-encoding", "upgrade",
    ]

    package func check(_ contract: Contract) -> [Diagnostic] {
        let taken = Self.taken(contract)
        let requested = (contract.headers + contract.statedDefaults.flatMap(\.headers)).filter { $0.field != nil }.compactMap {
            header -> Diagnostic? in
            if let (use, place) = taken[header.key] {
                return Diagnostic(
                    .error,
                    "the header field '\(header.name.value)' \(use) already",
                    rule: Self.name,
                    at: header.name.span,
                    notes: [Diagnostic.Note("it is declared here", at: place)],
                    help: "remove it"
                )
            }
            guard Self.reserved.contains(header.key) else { return nil }
            return Diagnostic(
                .error,
                "the header field '\(header.name.value)' belongs to HTTP itself",
                rule: Self.name,
                at: header.name.span,
                help: header.key == "authorization" ? "declare it under 'credentials:'" : "remove it: it follows from the contract"
            )
        }
        return replyFaults(contract) + requested
    }

    /// Header fields of replies that HTTP or a convention fills in.
    private func replyFaults(_ contract: Contract) -> [Diagnostic] {
        let common = Set(contract.conventions.responseHeaders.map { $0.name.value.lowercased() })
        return contract.endpoints.flatMap { endpoint in
            endpoint.details.gives.map(\.name).compactMap { name -> Diagnostic? in
                let key = name.value.lowercased()
                let says = endpoint.details.location.map { $0.value != .unsaid } ?? false
                let owner =
                    if Self.reservedInReplies.contains(key) {
                        "belongs to HTTP itself"
                    } else if common.contains(key) {
                        "is one of every response"
                    } else if key == "location", says {
                        "follows from 'location:'"
                    } else {
                        ""
                    }
                guard !owner.isEmpty else { return nil }
                let message = "the header field '\(name.value)' \(owner)"
                return Diagnostic(.error, message, rule: Self.name, at: name.span, help: "remove it: it follows from the contract")
            }
        }
    }

    /// The header fields of conventions, by their names in lower case.
    private static func taken(_ contract: Contract) -> [String: (use: String, place: SourceSpan)] {
        var taken: [String: (use: String, place: SourceSpan)] = [:]
        for place in contract.tenancy?.value.places ?? [] {
            if case .header(let name) = place.value { taken[name.lowercased()] = ("names the tenant", place.span) }
        }
        for credential in contract.credentials {
            for place in [credential.place] + credential.fallbackPlaces {
                guard let name = place.value.headerField?.lowercased(), !name.isEmpty, name != "authorization" else { continue }
                taken[name] = ("carries '\(credential.name.value)'", place.span)
            }
        }
        for convention in contract.conventions.idempotency {
            guard case .header(let name) = convention.place.value else { continue }
            taken[name.lowercased()] = ("carries the key of '\(convention.name.value)'", convention.place.span)
        }
        if let versioning = contract.conventions.versioning {
            taken[versioning.value.header.lowercased()] = ("chooses the version", versioning.span)
        }
        return taken
    }
}
