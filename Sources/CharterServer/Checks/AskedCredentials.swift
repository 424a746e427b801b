import CharterRuntime

/// The credentials that an endpoint asks for, looked up once.
struct AskedCredentials: Sendable {
    /// Each of them once, in the order of the endpoint.
    let credentials: [APIDescription.Credential]
    /// The first one that the API does not describe.
    let undescribed: String?
    /// The sets of names of which one must be there completely.
    let alternatives: [[String]]
    /// Whether callers without any are let in.
    let isOpen: Bool

    init(_ endpoint: APIDescription.Endpoint, in api: APIDescription) {
        let names = endpoint.auth.names
        credentials = names.compactMap(api.credential)
        undescribed = names.first { api.credential(named: $0) == nil }
        alternatives = endpoint.auth.alternatives
        isOpen = endpoint.auth.isOpen
    }
}
