extension Fixtures: JSONReadable, JSONWritable {
    private static let names: [StaticString] = ["fixtures", "baseURL", "tenants", "suspended", "credentials", "parameters", "bodies"]

    /// Reads fixtures; members that it does not know are passed over.
    public init(from json: inout JSONReader) throws(JSONFault) {
        var fixtures: Int?
        var baseURL: String?
        var (tenants, suspended): ([String]?, [String]?)
        var credentials: [Credential]?
        var parameters: [String: [String: [String: String]]]?
        var bodies: [String: [String: JSONValue]]?
        var members = try json.members(Self.names)
        while let member = try members.next(&json) {
            switch member {
            case 0: fixtures = try json.value(Int.self)
            case 1: baseURL = try json.value(String.self)
            case 2: tenants = try json.value([String].self)
            case 3: suspended = try json.optional()
            case 4: credentials = try json.value([Credential].self)
            case 5: parameters = try json.value([String: [String: [String: String]]].self)
            default: bodies = try json.optional()
            }
        }
        self.init(
            fixtures: try members.required(fixtures, 0),
            baseURL: try members.required(baseURL, 1),
            tenants: try members.required(tenants, 2),
            suspended: suspended,
            credentials: try members.required(credentials, 4),
            parameters: try members.required(parameters, 5),
            bodies: bodies
        )
    }

    /// Writes the fixtures; what is absent is left out.
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("fixtures", fixtures)
        json.member("baseURL", baseURL)
        json.member("tenants", tenants)
        json.member("suspended", suspended)
        json.member("credentials", credentials)
        json.member("parameters", parameters)
        json.member("bodies", bodies)
        json.closeObject()
    }
}

extension Fixtures.Credential: JSONReadable, JSONWritable {
    private static let names: [StaticString] = ["tenant", "kind", "scopes", "roles", "headers", "query", "state"]

    /// Reads a credential.
    public init(from json: inout JSONReader) throws(JSONFault) {
        var (tenant, kind): (String?, String?)
        var (scopes, roles): ([String]?, [String]?)
        var (headers, query): ([String: String]?, [String: String]?)
        var state: Fixtures.State?
        var members = try json.members(Self.names)
        while let member = try members.next(&json) {
            switch member {
            case 0: tenant = try json.value(String.self)
            case 1: kind = try json.value(String.self)
            case 2: scopes = try json.value([String].self)
            case 3: roles = try json.optional()
            case 4: headers = try json.value([String: String].self)
            case 5: query = try json.optional()
            default: state = try json.value(Fixtures.State.self)
            }
        }
        self.init(
            tenant: try members.required(tenant, 0),
            kind: try members.required(kind, 1),
            scopes: try members.required(scopes, 2),
            roles: roles,
            headers: try members.required(headers, 4),
            query: query,
            state: try members.required(state, 6)
        )
    }

    /// Writes the credential; what is absent is left out.
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("tenant", tenant)
        json.member("kind", kind)
        json.member("scopes", scopes)
        json.member("roles", roles)
        json.member("headers", headers)
        json.member("query", query)
        json.member("state", state)
        json.closeObject()
    }
}
