/// What an HTTP API documents, as one plain value.
///
/// The generator emits it once for each contract (`APIDescription.cobuntu`). Servers enforce it, clients obey it and the conformance
/// checks test it, so that none of them repeats what the contract says.
public struct APIDescription: Hashable, Sendable {
    /// The API's name in code, as `api:` gives it: `Cobuntu`.
    public var name: String
    /// The name people read, as `title:` gives it.
    public var title: String
    /// The version of the contract, `MAJOR.MINOR.PATCH`.
    public var version: String
    /// The day of the documentation that the contract follows, or nil.
    public var revision: String?
    /// What a new release may change under the same path version.
    ///
    /// It is said to callers: nothing compares a release with the one before.
    public var promise: Promise
    /// What a new release may add, or nil where that is not said; said to callers, as the promise is.
    public var additions: [Addition]?
    /// Where the API is served; the first is the one that documents mean by default.
    public var servers: [Server]
    /// Where the API serves its own description: a path below that of each server, or a URL; nil where it does not.
    public var describedAt: String?
    /// The ways in which a caller can say who it is.
    public var credentials: [Credential]
    /// What a credential can be allowed to do.
    public var scopes: [Scope]
    /// What a person may do within a tenant.
    public var roles: [Role]
    /// What tenants subscribe to, where limits differ by it.
    public var plans: [String]
    /// The throttles and quotas that credentials and endpoints name.
    public var limits: [Limit]
    /// What responses say of limits.
    public var limitHeaders: LimitHeaders
    /// How callers are kept apart, or nil where the API has one common set of data.
    public var tenancy: Tenancy?
    /// How requests are read, and in which order they are checked.
    public var requests: RequestRules
    /// How names and instants are spelled.
    public var json: JSONStyle
    /// The header fields of every response, by name.
    public var responseHeaders: [String: ResponseValue]
    /// A version that each request chooses, or nil.
    public var versioning: Versioning?
    /// The form of every error body.
    public var errors: ErrorFormat
    /// The endpoints, in the contract's order.
    public var endpoints: [Endpoint]
    /// The named types that endpoints refer to.
    public var types: [String: Schema]

    /// Creates a description from its parts.
    public init(
        name: String,
        title: String,
        version: String,
        revision: String? = nil,
        promise: Promise = .none,
        additions: [Addition]? = nil,
        servers: [Server],
        describedAt: String? = nil,
        credentials: [Credential] = [],
        scopes: [Scope] = [],
        roles: [Role] = [],
        plans: [String] = [],
        limits: [Limit] = [],
        limitHeaders: LimitHeaders = LimitHeaders(retryAfter: true),
        tenancy: Tenancy? = nil,
        requests: RequestRules = RequestRules(),
        json: JSONStyle = JSONStyle(),
        responseHeaders: [String: ResponseValue] = [:],
        versioning: Versioning? = nil,
        errors: ErrorFormat,
        endpoints: [Endpoint],
        types: [String: Schema]
    ) {
        self.name = name
        self.title = title
        self.version = version
        self.revision = revision
        self.promise = promise
        self.additions = additions
        self.servers = servers
        self.describedAt = describedAt
        self.credentials = credentials
        self.scopes = scopes
        self.roles = roles
        self.plans = plans
        self.limits = limits
        self.limitHeaders = limitHeaders
        self.tenancy = tenancy
        self.requests = requests
        self.json = json
        self.responseHeaders = responseHeaders
        self.versioning = versioning
        self.errors = errors
        self.endpoints = endpoints
        self.types = types
    }
}

extension APIDescription {
    /// One place where the API is served.
    public struct Server: Hashable, Sendable {
        /// The name of the environment, such as `production`.
        public var name: String
        /// The base URL, without a slash at its end; endpoint paths are appended to it.
        public var url: String
        /// The environment whose keys are valid here, or nil where all are.
        public var environment: String?

        /// Creates a server entry.
        public init(name: String, url: String, environment: String? = nil) {
            self.name = name
            self.url = url
            self.environment = environment
        }
    }

    /// What a new release may change under the same path version, as the API says it.
    public enum Promise: String, Hashable, Sendable {
        /// It may only add: what callers rely on stays.
        case additiveOnly = "additive-only"
        /// Nothing is promised.
        case none
    }

    /// What a new release may add to what is there, as the API says it.
    public enum Addition: String, Hashable, Sendable, CaseIterable {
        /// Values of enumerations that are not closed.
        case enumValues = "enum-values"
        /// Codes in error bodies.
        case errorCodes = "error-codes"
        /// Fields of what is answered.
        case fields
        /// Endpoints.
        case endpoints
        /// Parameters that may be absent.
        case optionalParameters = "optional-parameters"
    }

    /// The credential of that name, or nil.
    public func credential(named name: String) -> Credential? {
        credentials.first { $0.name == name }
    }

    /// The endpoint with that id, or nil.
    public func endpoint(withID id: String) -> Endpoint? {
        endpoints.first { $0.id == id }
    }

    /// Whether a credential that holds `held` may do what needs `required`.
    ///
    /// A scope satisfies itself, and whatever its `grants:` name, directly or through another scope. A name that ends in `*` stands for
    /// every scope that begins so.
    public func scopes(_ held: Set<String>, satisfy required: String) -> Bool {
        if held.contains(required) { return true }
        var pending = Array(held)
        var seen = held
        while let name = pending.popLast() {
            if ScopeSet.matches(name, required) { return true }
            for scope in scopes where ScopeSet.matches(name, scope.name) {
                switch scope.grants {
                case .all: return true
                case .only(let implied):
                    for next in implied where seen.insert(next).inserted { pending.append(next) }
                }
            }
        }
        return false
    }
}
