public import CharterRuntime

/// What a checker must know of a data set that a service was filled with.
///
/// The credentials of the fixtures are made from it and from the API's description: of every tenant, keys of each kind and scope, and tokens of each person.
public struct ServiceSample: Sendable {
    /// The tenants that the other entries speak of, at least two where there are any; requests are for the first one's data.
    public var tenants: [String]
    /// Those of them that are suspended.
    public var suspended: [String]
    /// Who can sign in, where the API has tokens.
    public var people: [Person]
    /// The numbers of their own that keys of the demonstration get, by the name that a limit's `override` gives; where there are any, one key of each kind gets
    /// none.
    public var keyLimits: [String: Int]
    /// Parameter values that exist, by tenant, then by endpoint id, then by parameter.
    public var parameters: [String: [String: [String: String]]]
    /// Request bodies that are valid here, by tenant, then by endpoint id; elsewhere the contract's example is.
    public var bodies: [String: [String: JSONValue]]
    /// Requests that fail as an endpoint documents, by tenant, then by endpoint id, then by the code of the failure.
    public var failures: [String: [String: [String: Fixtures.Provocation]]]
    /// What tenants subscribe to, by tenant: the name of a plan.
    public var plans: [String: String]

    /// Describes a data set.
    public init(
        tenants: [String],
        suspended: [String] = [],
        people: [Person] = [],
        keyLimits: [String: Int] = [:],
        parameters: [String: [String: [String: String]]],
        bodies: [String: [String: JSONValue]] = [:],
        failures: [String: [String: [String: Fixtures.Provocation]]] = [:],
        plans: [String: String] = [:]
    ) {
        self.tenants = tenants
        self.suspended = suspended
        self.people = people
        self.keyLimits = keyLimits
        self.parameters = parameters
        self.bodies = bodies
        self.failures = failures
        self.plans = plans
    }

    /// Somebody who can sign in.
    public struct Person: Sendable {
        /// Who it is, as tokens name them.
        public var user: String
        /// The tenant that the person belongs to.
        public var tenant: String
        /// The roles that the person has there.
        public var roles: [String]

        /// Describes a person.
        public init(user: String, tenant: String, roles: [String]) {
            self.user = user
            self.tenant = tenant
            self.roles = roles
        }
    }
}
