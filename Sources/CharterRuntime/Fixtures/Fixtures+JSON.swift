extension Fixtures: JSONReadable, JSONWritable {
    private static let names: [StaticString] = [
        "fixtures", "baseURL", "tenants", "suspended", "credentials", "parameters", "bodies", "control", "failures", "plans",
    ]
    private static let required = [0, 1, 2, 4, 5]

    /// Reads fixtures; members that it does not know are passed over.
    public init(from json: inout JSONReader) throws(JSONFault) {
        var fixtures: Int?
        var baseURL: String?
        var (tenants, suspended): ([String]?, [String]?)
        var credentials: [Credential]?
        var parameters: [String: [String: [String: String]]]?
        var bodies: [String: [String: JSONValue]]?
        var control: Fixtures.Control?
        var failures: [String: [String: [String: Provocation]]]?
        var plans: [String: String]?
        var members = try json.members(Self.names, required: Self.required)
        while let member = try members.next(&json) {
            switch member {
            case 0: json.read(&fixtures)
            case 1: json.read(&baseURL)
            case 2: json.read(&tenants)
            case 3: json.readOptional(&suspended)
            case 4: json.read(&credentials)
            case 5: json.read(&parameters)
            case 6: json.readOptional(&bodies)
            case 7: json.readOptional(&control)
            case 8: json.readOptional(&failures)
            default: json.readOptional(&plans)
            }
        }
        self.init(
            fixtures: members.required(fixtures),
            baseURL: members.required(baseURL),
            tenants: members.required(tenants),
            suspended: suspended,
            credentials: members.required(credentials),
            parameters: members.required(parameters),
            bodies: bodies,
            failures: failures,
            plans: plans,
            control: control
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
        json.member("failures", failures)
        json.member("plans", plans)
        json.member("control", control)
        json.closeObject()
    }
}

extension Fixtures.Provocation: JSONReadable, JSONWritable {
    private static let names: [StaticString] = ["parameters", "body"]

    /// Reads what is other in a request, or a list of such, of which there must be one.
    public init(from json: inout JSONReader) throws(JSONFault) {
        guard try json.next() == UInt8(ascii: "[") else {
            self = try Self(fromOne: &json)
            return
        }
        let offset = try json.nextOffset()
        var requests: [Self] = []
        try json.readItems { json throws(JSONFault) in requests.append(try Self(fromOne: &json)) }
        guard let first = requests.first else { throw JSONFault(.wrongValue("a request or a list of some"), at: offset) }
        self.init(parameters: first.parameters, body: first.body, others: Array(requests.dropFirst()))
    }

    private init(fromOne json: inout JSONReader) throws(JSONFault) {
        var parameters: [String: String]?
        var body: JSONValue?
        var members = try json.members(Self.names, required: [])
        while let member = try members.next(&json) {
            switch member {
            case 0: json.readOptional(&parameters)
            default: json.readOptional(&body)
            }
        }
        self.init(parameters: parameters, body: body)
    }

    /// Writes it, as a list where there are several; what is absent is left out.
    public func write(to json: inout JSONWriter) {
        if others.isEmpty { writeOne(to: &json) } else { all.write(to: &json) }
    }

    private func writeOne(to json: inout JSONWriter) {
        json.openObject()
        json.member("parameters", parameters)
        json.member("body", body)
        json.closeObject()
    }
}

extension Fixtures.Control: JSONReadable, JSONWritable {
    private static let names: [StaticString] = ["reset", "advanceClock"]

    /// Reads the addresses.
    public init(from json: inout JSONReader) throws(JSONFault) {
        var (reset, advanceClock): (String?, String?)
        var members = try json.members(Self.names, required: [0, 1])
        while let member = try members.next(&json) {
            switch member {
            case 0: json.read(&reset)
            default: json.read(&advanceClock)
            }
        }
        self.init(reset: members.required(reset), advanceClock: members.required(advanceClock))
    }

    /// Writes the addresses.
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("reset", reset)
        json.member("advanceClock", advanceClock)
        json.closeObject()
    }
}

extension Fixtures.Credential: JSONReadable, JSONWritable {
    private static let names: [StaticString] = ["tenant", "kind", "scopes", "roles", "headers", "query", "limits", "state", "user"]
    private static let required = [0, 1, 2]

    /// Reads a credential; one without a state is valid, and one without header fields stands in the query.
    public init(from json: inout JSONReader) throws(JSONFault) {
        var (tenant, kind, user): (String?, String?, String?)
        var (scopes, roles): ([String]?, [String]?)
        var (headers, query): ([String: String]?, [String: String]?)
        var limits: [String: Int]?
        var state: Fixtures.State?
        var members = try json.members(Self.names, required: Self.required)
        while let member = try members.next(&json) {
            switch member {
            case 0: json.read(&tenant)
            case 1: json.read(&kind)
            case 2: json.read(&scopes)
            case 3: json.readOptional(&roles)
            case 4: json.readOptional(&headers)
            case 5: json.readOptional(&query)
            case 6: json.readOptional(&limits)
            case 7: json.readOptional(&state)
            default: json.readOptional(&user)
            }
        }
        self.init(
            tenant: members.required(tenant),
            kind: members.required(kind),
            scopes: members.required(scopes),
            roles: roles,
            user: user,
            headers: headers ?? [:],
            query: query,
            limits: limits,
            state: state ?? .valid
        )
    }

    /// Writes the credential; what is absent is left out.
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("tenant", tenant)
        json.member("kind", kind)
        json.member("scopes", scopes)
        json.member("roles", roles)
        json.member("user", user)
        json.member("headers", headers)
        json.member("query", query)
        json.member("limits", limits)
        json.member("state", state)
        json.closeObject()
    }
}
