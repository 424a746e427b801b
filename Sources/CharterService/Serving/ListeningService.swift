public import CharterRuntime

/// A service that listens.
public struct ListeningService: Sendable {
    /// The address at which the API is served, base path included, without a slash at its end.
    public let baseURL: String
    /// What a checker must know, of a demonstration.
    public let fixtures: Fixtures?
}
