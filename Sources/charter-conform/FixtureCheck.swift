import CharterContract
import CharterRuntime
import CharterYAML

/// Finds what would never be used in a file of fixtures: names that the contract does not have, and credentials that it does not read.
struct FixtureCheck {
    private let api: APIDescription
    private let source: SourceText
    private let fixtures: Fixtures
    private let endpoints: [String: APIDescription.Endpoint]
    private var tenants: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Looks through a file that could be read as fixtures.
    ///
    /// - Parameter fixtures: What was read in it.
    init(_ source: SourceText, _ fixtures: Fixtures, against api: APIDescription) {
        self.api = api
        self.source = source
        self.fixtures = fixtures
        endpoints = Dictionary(api.endpoints.map { ($0.id, $0) }) { first, _ in first }
        // JSON is YAML in another dress, and YAML is read with the place of everything.
        guard let root = parseYAML(source).root else { return }
        let members = root.members
        tenants = ["tenants", "suspended"].flatMap { members[$0]?.value.texts.map(\.text) ?? [] }
        checkNames(of: root, among: Self.members, "member of fixtures")
        for (number, tenant) in (members["tenants"]?.value.items ?? []).enumerated() {
            guard let text = tenant.text, fixtures.tenants.prefix(number).contains(text) else { continue }
            warn("the tenant '\(text)' is named already, and another one is needed to see that tenants are kept apart", at: tenant)
        }
        if let list = members["tenants"], list.value.texts.isEmpty {
            warn(
                "there is no tenant, and everything that exists belongs to one",
                at: list.value,
                help: "name one, by any word where the API has none"
            )
        }
        if let address = members["baseURL"]?.value { checkBase(address) }
        for (entry, credential) in zip(members["credentials"]?.value.items ?? [], fixtures.credentials) {
            checkCredential(entry)
            checkPresented(credential, at: entry)
        }
        checkParameters(members["parameters"]?.value)
        checkBodies(members["bodies"]?.value)
        checkFailures(members["failures"]?.value)
        checkPlans(members["plans"]?.value)
        if let control = members["control"]?.value { checkNames(of: control, among: ["reset", "advanceClock"], "member of 'control'") }
    }

    private static let members = [
        "fixtures", "baseURL", "tenants", "suspended", "credentials", "parameters", "bodies", "failures", "plans", "control",
    ]
    private static let credentialMembers = ["tenant", "kind", "scopes", "roles", "user", "headers", "query", "limits", "state"]

    private mutating func checkBase(_ address: YAMLNode) {
        guard let text = address.text, let path = (try? BaseURL(text))?.path else { return }
        let known = Set(api.servers.map(\.basePath))
        guard !known.isEmpty, !known.contains(path) else { return }
        let paths = known.sorted().map { "'\($0)'" }.joined(separator: " or ")
        warn("the path of this address is '\(path)', and that of the contract's servers \(paths)", at: address)
    }

    private mutating func checkCredential(_ entry: YAMLNode) {
        checkNames(of: entry, among: Self.credentialMembers, "member of a credential")
        let members = entry.members
        if let tenant = members["tenant"]?.value { check(tenant, among: tenants, "tenant of this file") }
        let kinds = api.credentials.flatMap { [$0.name] + $0.kinds.map(\.name) }
        if let kind = members["kind"]?.value { check(kind, among: kinds + ["bearer"], "kind of credential") }
        for scope in members["scopes"]?.value.items ?? [] { check(scope, among: api.scopes.map(\.name), "scope") }
        for role in members["roles"]?.value.items ?? [] { check(role, among: api.roles.map(\.name), "role") }
        if let limits = members["limits"]?.value { checkNames(of: limits, among: api.limits.compactMap(\.override), "override of a limit") }
    }

    /// A credential that stands where none of the contract's is looked for calls as nobody does.
    private mutating func checkPresented(_ entry: Fixtures.Credential, at node: YAMLNode) {
        guard !api.credentials.isEmpty, api.credentials.allSatisfy({ $0.text(in: entry) == nil }) else { return }
        let places = api.credentials.flatMap { [$0.place] + $0.fallbackPlaces }.map(\.example)
        let known = Set(places).sorted().joined(separator: " or ")
        warn("this credential presents nothing that the contract reads", at: node, help: "the contract reads \(known)")
    }

    private mutating func checkParameters(_ node: YAMLNode?) {
        for (_, endpoint, values) in checkEndpoints(of: node) {
            let parameters = endpoint.pathParameters + endpoint.queryParameters + endpoint.headerParameters
            let names = parameters.map(\.name) + (endpoint.paging?.parameters ?? [])
            checkNames(of: values, among: names + tenantNames, "parameter of '\(endpoint.id)'")
            for entry in values.entries {
                guard let text = entry.value.text, let parameter = parameters.first(where: { $0.name == entry.key.text }),
                    api.element(ofListIn: parameter.schema) == nil,
                    let fault = api.faults(of: [text], parameter, at: "").first
                else { continue }
                warn("this value is none of the parameter '\(parameter.name)' of '\(endpoint.id)': it \(fault.message)", at: entry.value)
            }
        }
    }

    /// What the server is sent as good has to be what the contract says.
    private mutating func checkBodies(_ node: YAMLNode?) {
        for (tenant, endpoint, value) in checkEndpoints(of: node) {
            guard let schema = endpoint.requestBody?.schema, let body = fixtures.bodies?[tenant]?[endpoint.id] else { continue }
            for fault in api.faults(of: body, against: schema).prefix(3) {
                let place = fault.field.isEmpty ? "this body" : "'\(fault.field)' of this body"
                warn("\(place) is not what '\(endpoint.id)' takes: it \(fault.message)", at: value)
            }
        }
    }

    private mutating func checkFailures(_ node: YAMLNode?) {
        for (_, endpoint, failures) in checkEndpoints(of: node) {
            checkNames(of: failures, among: endpoint.failures.map(\.code), "failure that '\(endpoint.id)' documents itself")
            for request in failures.entries.flatMap({ [$0.value] + $0.value.items }) {
                checkNames(of: request, among: ["parameters", "body"], "member of a failing request")
            }
        }
    }

    private mutating func checkPlans(_ node: YAMLNode?) {
        guard let node else { return }
        checkNames(of: node, among: tenants, "tenant of this file")
        for entry in node.entries { check(entry.value, among: api.plans, "plan") }
    }

    /// What stands under tenants and endpoint ids.
    private mutating func checkEndpoints(
        of node: YAMLNode?
    ) -> [(tenant: String, endpoint: APIDescription.Endpoint, value: YAMLNode)] {
        guard let node else { return [] }
        checkNames(of: node, among: tenants, "tenant of this file")
        for tenant in node.entries { checkNames(of: tenant.value, among: api.endpoints.map(\.id), "endpoint") }
        return node.entries.flatMap { tenant in
            tenant.value.entries.compactMap { entry in endpoints[entry.key.text].map { (tenant.key.text, $0, entry.value) } }
        }
    }

    /// What names a tenant in requests.
    private var tenantNames: [String] {
        (api.tenancy?.places ?? []).compactMap { place in
            switch place {
            case .path(let name), .header(let name), .query(let name): name
            case .credential: nil
            }
        }
    }

    private mutating func checkNames(of node: YAMLNode, among known: [String], _ what: String) {
        for entry in node.entries { check(entry.key.text, entry.key.span, among: known, what) }
    }

    private mutating func check(_ node: YAMLNode, among known: [String], _ what: String) {
        if let text = node.text { check(text, node.span, among: known, what) }
    }

    private mutating func check(_ text: String, _ span: SourceSpan, among known: [String], _ what: String) {
        guard !known.contains(text) else { return }
        let help = nearestName(to: text, among: known).map { "did you mean '\($0)'?" }
        diagnostics.append(Diagnostic(.warning, "there is no \(what) '\(text)'", rule: "fixture-unused", at: span, help: help))
    }

    private mutating func warn(_ message: String, at node: YAMLNode, help: String? = nil) {
        diagnostics.append(Diagnostic(.warning, message, rule: "fixture-unfit", at: node.span, help: help))
    }
}

extension APIDescription.Credential.Place {
    /// What a credential stands in here, as fixtures have it.
    fileprivate var example: String {
        switch self {
        case .header(let name): #""headers": {"\#(name)": "…"}"#
        case .scheme(let word, let name): #""headers": {"\#(name)": "\#(word) …"}"#
        case .query(let name): #""query": {"\#(name)": "…"}"#
        case .basic: #""headers": {"Authorization": "Basic …"}"#
        }
    }
}

extension YAMLNode {
    fileprivate var entries: [YAMLEntry] {
        if case .mapping(let entries) = kind { entries } else { [] }
    }

    fileprivate var members: [String: YAMLEntry] {
        Dictionary(entries.map { ($0.key.text, $0) }) { first, _ in first }
    }

    fileprivate var items: [YAMLNode] {
        if case .sequence(let items) = kind { items } else { [] }
    }

    fileprivate var text: String? {
        if case .scalar(let scalar) = kind { scalar.text } else { nil }
    }

    fileprivate var texts: [(text: String, span: SourceSpan)] {
        items.compactMap { node in node.text.map { ($0, node.span) } }
    }
}
