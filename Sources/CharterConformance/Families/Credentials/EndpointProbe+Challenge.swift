import CharterRuntime

extension EndpointProbe {
    /// That a credential is refused: a 401 has its challenge, where no other credential of the endpoint is read from the same header field.
    func refusal(_ codes: [Problem.Code], of credential: APIDescription.Credential) -> Refusal {
        func headers(_ credential: APIDescription.Credential) -> Set<String> {
            Set(([credential.place] + credential.fallbackPlaces).compactMap { $0.header?.lowercased() })
        }
        let others = endpoint.auth.names.compactMap(api.credential).filter { $0.name != credential.name }
        let isShared = others.contains { !headers($0).isDisjoint(with: headers(credential)) }
        return refusal(codes).challenging(with: isShared ? nil : credential.challenge)
    }
}
