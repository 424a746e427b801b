/// What a checker must be given to test a running server: tenants, credentials and values that exist there.
///
/// Servers write it as one JSON file and checkers read it.
public struct Fixtures: Hashable, Sendable {
    /// The version of the file's form; 1.
    public var fixtures: Int
    /// The address that stands for the contract's first server, base path included, without a slash at its end.
    public var baseURL: String
    /// The tenants that the other entries speak of.
    public var tenants: [String]
    /// Tenants that are suspended, of which the other entries speak too.
    public var suspended: [String]?
    /// The credentials that exist on the server.
    public var credentials: [Credential]
    /// Parameter values that exist, by tenant, then by endpoint id, then by parameter.
    public var parameters: [String: [String: [String: String]]]
    /// Request bodies that are valid on this server, by tenant, then by endpoint id; elsewhere the contract's example is sent.
    public var bodies: [String: [String: JSONValue]]?
    /// Requests that fail as an endpoint documents, by tenant, then by endpoint id, then by the code of the failure.
    public var failures: [String: [String: [String: Provocation]]]?
    /// What tenants subscribe to, by tenant: the name of a plan, where limits differ by it.
    public var plans: [String: String]?
    /// What steers the server from outside; only demonstrations have it.
    public var control: Control?

    /// Creates fixtures.
    public init(
        fixtures: Int = 1,
        baseURL: String,
        tenants: [String],
        suspended: [String]? = nil,
        credentials: [Credential],
        parameters: [String: [String: [String: String]]],
        bodies: [String: [String: JSONValue]]? = nil,
        failures: [String: [String: [String: Provocation]]]? = nil,
        plans: [String: String]? = nil,
        control: Control? = nil
    ) {
        self.fixtures = fixtures
        self.baseURL = baseURL
        self.tenants = tenants
        self.suspended = suspended
        self.credentials = credentials
        self.parameters = parameters
        self.bodies = bodies
        self.failures = failures
        self.plans = plans
        self.control = control
    }

    /// What is other in a request that fails as documented, and in further ones that fail in the same way.
    public struct Provocation: Hashable, Sendable {
        /// Values of parameters in path and query.
        public var parameters: [String: String]?
        /// The body.
        public var body: JSONValue?
        /// Further requests that fail so, each for a reason of its own; the file has a list of all then.
        public var others: [Provocation]

        /// Creates a provocation.
        public init(parameters: [String: String]? = nil, body: JSONValue? = nil, others: [Provocation] = []) {
            self.parameters = parameters
            self.body = body
            self.others = others
        }

        /// This request and the further ones.
        package var all: [Provocation] { [Provocation(parameters: parameters, body: body)] + others }
    }

    /// Where a demonstration is steered from outside.
    public struct Control: Hashable, Sendable {
        /// The address to which `POST` puts the data back as it was in the beginning, and the clock to the present.
        public var reset: String
        /// The address to which `POST` with `{"seconds": N}` lets that much time pass.
        public var advanceClock: String

        /// Creates the addresses.
        public init(reset: String, advanceClock: String) {
            self.reset = reset
            self.advanceClock = advanceClock
        }
    }

    /// A credential that exists on the server.
    public struct Credential: Hashable, Sendable {
        /// The tenant it belongs to.
        public var tenant: String
        /// The kind of key, or the name of the credential where it has no kinds; `bearer` where that is the only one with tokens.
        public var kind: String
        /// The scopes it holds.
        public var scopes: [String]
        /// The roles that its holder has in the tenant.
        public var roles: [String]?
        /// The person whose it is, by any name: two credentials with one name here are one person's, in whatever tenant; nil where it is not known.
        public var user: String?
        /// The header fields that present it.
        public var headers: [String: String]
        /// The query parameters that present it.
        public var query: [String: String]?
        /// The numbers of its own that a key was given, by the name that a limit's `override` gives; nil where it is not known whether it was given any.
        public var limits: [String: Int]?
        /// Whether the server should take it.
        public var state: State

        /// Creates a credential.
        public init(
            tenant: String,
            kind: String,
            scopes: [String],
            roles: [String]? = nil,
            user: String? = nil,
            headers: [String: String],
            query: [String: String]? = nil,
            limits: [String: Int]? = nil,
            state: State = .valid
        ) {
            self.tenant = tenant
            self.kind = kind
            self.scopes = scopes
            self.roles = roles
            self.user = user
            self.headers = headers
            self.query = query
            self.limits = limits
            self.state = state
        }
    }

    /// Whether a server should take a credential.
    public enum State: String, Hashable, Sendable, JSONCodable {
        /// It should.
        case valid
        /// It was taken back.
        case revoked
        /// Its time is over.
        case expired
    }
}
