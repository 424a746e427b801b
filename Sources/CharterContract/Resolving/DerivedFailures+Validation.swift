import CharterRuntime

/// What is answered to requests that are not as described.
extension DerivedFailures {
    /// A failure for each answer that the API has for them.
    func validationFailures(of endpoint: ResolvedEndpoint) -> [ResolvedEndpoint.Failure] {
        let usual = usualParts(of: endpoint)
        let parts = usual + ownParts(of: endpoint)
        var answers: [APIDescription.ErrorFormat.Fault] = []
        for part in parts where !answers.contains(part.answer) { answers.append(part.answer) }
        return answers.map { answer in
            let alike = parts.filter { $0.answer == answer }.map(\.when)
            let isWhole = usual.allSatisfy { $0.answer == answer } && !usual.isEmpty
            let words = isWhole ? ["A parameter or a field of the body is missing or not as described."] : alike
            return ResolvedEndpoint.Failure(
                status: answer.status ?? Problem.Code.invalidRequest.usualStatus,
                code: answer.code ?? Problem.Code.invalidRequest.rawValue,
                when: answer.message ?? words.joined(separator: " "),
                convention: answer.kind,
                isAssumed: areAssumed
            )
        }
    }

    /// A way in which a part of a request is not as described.
    private typealias Part = (answer: APIDescription.ErrorFormat.Fault, when: String)

    /// The parts that are answered by their kind.
    private func usualParts(of endpoint: ResolvedEndpoint) -> [Part] {
        let refusesUnknown = conventions.requests.unknownQuery == .reject
        let takesQuery = endpoint.paging != nil || !endpoint.queryParameters.isEmpty || refusesUnknown
        let takesHeaders = !endpoint.headerParameters.isEmpty || !endpoint.forbiddenHeaders.isEmpty || endpoint.hasConventionalHeader
        let places = [takesQuery ? "query parameter" : nil, takesHeaders ? "header field" : nil].compactMap(\.self)
        var parts: [Part] = []
        if !endpoint.pathParameters.isEmpty {
            parts.append((errors.answer(to: .invalidPath), "A parameter in the path is not as described."))
        }
        if !places.isEmpty {
            parts.append((errors.answer(to: .invalidParameter), "A \(places.inWords(conjunction: "or")) is missing or not as described."))
        }
        if endpoint.requestBody != nil {
            parts.append((errors.answer(to: .invalidField), "A field of the body is missing or not as described."))
        }
        return parts
    }

    /// The parameters that say themselves how they are answered.
    private func ownParts(of endpoint: ResolvedEndpoint) -> [Part] {
        let path = endpoint.pathParameters.flatMap { parts(of: $0, .invalidPath, "`\($0.name)` in the path") }
        let query = endpoint.queryParameters.flatMap { parts(of: $0, .invalidParameter, "query parameter `\($0.name)`") }
        let headers = endpoint.headerParameters.flatMap { parts(of: $0, .invalidParameter, "header field `\($0.name)`") }
        let forbidden = endpoint.forbiddenHeaders.map { header in
            (errors.answer(to: .invalidParameter, header.answer), "The header field `\(header.name)` must not be sent.")
        }
        return path + query + headers + forbidden
    }

    private func parts(of property: SchemaProperty, _ kind: Problem.Code, _ name: String) -> [Part] {
        let missing = property.missing.map { (errors.answer(to: kind, $0), "The \(name) is missing.") }
        let invalid = property.invalid.map { (errors.answer(to: kind, $0), "The \(name) is not as described.") }
        return [missing, invalid].compactMap(\.self)
    }
}

extension ResolvedEndpoint {
    /// Whether a header field tells one call from others, or names the tenant.
    fileprivate var hasConventionalHeader: Bool {
        if case .header? = idempotency?.description.place { return true }
        return tenantPlaces.contains { place in if case .header = place { true } else { false } }
    }
}
