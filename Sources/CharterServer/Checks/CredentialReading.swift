import CharterRuntime
import HTTPTypes

/// Looks up a credential in a request, at its place and at its fallback places.
struct CredentialReading {
    let fields: HTTPFields
    let query: QueryValues

    /// The text of a credential.
    ///
    /// - Throws: ``Refusal/CredentialFault`` unless there is exactly one.
    func text(of credential: APIDescription.Credential) throws(Refusal.CredentialFault) -> String {
        let found = ([credential.place] + credential.fallbackPlaces).map(content)
        let filled = found.filter(\.isFilled)
        if filled.count > 1, credential.duplicates == .reject { throw .repeated }
        switch filled.first ?? found.first(where: { $0 != .fault(.missing) }) {
        case .text(let text): return text
        case .fault(let fault): throw fault
        case nil: throw .missing
        }
    }

    private enum Content: Equatable {
        case text(String)
        case fault(Refusal.CredentialFault)

        /// Whether the place holds something that is meant as this credential.
        var isFilled: Bool {
            switch self {
            case .text, .fault(.repeated), .fault(.malformed): true
            case .fault: false
            }
        }
    }

    private func content(of place: APIDescription.Credential.Place) -> Content {
        switch place {
        case .header(let name): only(values(of: name))
        case .scheme(let scheme, let header): value(behind: scheme, only(values(of: header)))
        case .query(let name): query.count(of: name) == 0 ? .fault(.missing) : only(query.decodedValues(of: name))
        case .basic(let part, let other):
            switch value(behind: "Basic", only(values(of: "Authorization"))) {
            case .text(let text): BasicPair(text).map { key(of: $0, part, other) } ?? .fault(.malformed)
            case .fault(let fault): .fault(fault)
            }
        }
    }

    private func key(
        of pair: BasicPair,
        _ part: APIDescription.Credential.BasicPart,
        _ other: APIDescription.Credential.OtherPart
    ) -> Content {
        let rest = part == .user ? pair.password : pair.user
        if pair[part].isEmpty { return .fault(.empty) }
        return other == .empty && !rest.isEmpty ? .fault(.malformed) : .text(pair[part])
    }

    private func values(of header: String) -> [String?] {
        HTTPField.Name(header).map { fields[values: $0] } ?? []
    }

    private func only(_ values: [String?]) -> Content {
        guard let value = values.first else { return .fault(.missing) }
        guard values.count == 1 else { return .fault(.repeated) }
        guard let value else { return .fault(.malformed) }
        return value.isEmpty ? .fault(.empty) : .text(value)
    }

    private func value(behind scheme: String, _ content: Content) -> Content {
        guard case .text(let text) = content else { return content }
        guard let rest = text.credential(behind: scheme) else { return .fault(.otherScheme) }
        return rest.isEmpty ? .fault(.empty) : .text(String(rest))
    }
}
