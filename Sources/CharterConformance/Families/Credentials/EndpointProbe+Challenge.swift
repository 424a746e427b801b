import CharterRuntime

extension EndpointProbe {
    /// That a credential is refused: a 401 has its challenge, where no other credential of the endpoint is read from the same header field.
    func refusal(_ codes: [Problem.Code], of credential: APIDescription.Credential) -> Refusal {
        let isShared = credential.sharesHeader(with: endpoint.auth.names.compactMap(api.credential))
        return refusal(codes).challenging(with: isShared ? nil : credential.challenge)
    }
}

extension APIDescription.Credential {
    /// Whether another one of some credentials is read from one of its header fields: a text is taken as one of them then.
    func sharesHeader(with others: [APIDescription.Credential]) -> Bool {
        others.contains { $0.name != name && !$0.headers.isDisjoint(with: headers) }
    }

    /// The header fields that it is read from, in small letters.
    private var headers: Set<String> { Set(([place] + fallbackPlaces).compactMap { $0.header?.lowercased() }) }
}
