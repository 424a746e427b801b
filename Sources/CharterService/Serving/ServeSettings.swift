/// How a service is to be served.
public struct ServeSettings: Sendable {
    /// The host name or address to listen at.
    public var host: String
    /// The port to listen at; 0 for one that is free.
    public var port: Int
    /// The base URL at which callers reach the API, where it is not that of the contract's first server; a demonstration knows its own.
    public var publicURL: String?
    /// The secret of the service.
    public var secret: ServiceSecret
    /// Who issues the tokens of callers; nil for the service itself, as for development.
    public var tokens: TokenAuthority?
    /// What makes it a demonstration, or nil.
    public var demonstration: Demonstration?

    /// Puts settings together.
    public init(
        host: String = "127.0.0.1",
        port: Int = 0,
        publicURL: String? = nil,
        secret: ServiceSecret = .random(),
        tokens: TokenAuthority? = nil,
        demonstration: Demonstration? = nil
    ) {
        self.host = host
        self.port = port
        self.publicURL = publicURL
        self.secret = secret
        self.tokens = tokens
        self.demonstration = demonstration
    }

    /// What is special to a demonstration: data to try out, a clock that can be put forward, and endpoints that do so.
    public struct Demonstration: Sendable {
        /// The file for checkers, or nil for none.
        public var fixtures: String?

        /// Describes a demonstration.
        public init(fixtures: String? = nil) {
            self.fixtures = fixtures
        }
    }
}
