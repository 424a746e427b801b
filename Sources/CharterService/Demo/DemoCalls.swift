import CharterRuntime
import HTTPTypes

/// Calls of a demonstration for a shell, one for each kind of credential.
struct DemoCalls {
    private let fixtures: Fixtures
    private let api: APIDescription

    init(_ fixtures: Fixtures, of api: APIDescription) {
        self.fixtures = fixtures
        self.api = api
    }

    /// A line with `curl` for each kind of which a credential is valid, in the order of the fixtures.
    var lines: [String] {
        var seen: Set<String> = []
        return fixtures.credentials.filter { $0.state == .valid }.compactMap { entry in
            guard !seen.contains(entry.kind), let line = line(of: entry) else { return nil }
            seen.insert(entry.kind)
            return line
        }
    }

    /// The first endpoint that can be read with a credential, as a line; nil if there is none.
    private func line(of entry: Fixtures.Credential) -> String? {
        let parameters = fixtures.parameters[entry.tenant] ?? [:]
        let endpoint = api.endpoints.first { endpoint in
            endpoint.method == .get && api.callers(of: endpoint).contains { $0.name == entry.kind }
                && api.scopes(Set(entry.scopes), satisfy: endpoint.scope)
                && endpoint.queryParameters.allSatisfy { !$0.isRequired }
                && endpoint.headerParameters.allSatisfy { !$0.isRequired || demoText(of: $0) != nil }
                && endpoint.pathParameters.allSatisfy { parameters[endpoint.id]?[$0.name] != nil }
        }
        guard let endpoint, let path = endpoint.path.filled(with: parameters[endpoint.id] ?? [:]) else { return nil }
        let query = (entry.query ?? [:]).map { "\($0)=\($1)" }.joined(separator: "&")
        let headers = entry.headers.merging(companions(of: entry, at: endpoint)) { own, _ in own }
        let options = headers.sorted { $0.key < $1.key }.map { " -H '\($0): \($1)'" }.joined()
        return "curl\(options) '\(fixtures.baseURL)\(path)\(query.isEmpty ? "" : "?\(query)")'"
    }

    /// The header field that names the tenant, where a request of that kind has one, and those that the endpoint requires.
    private func companions(of entry: Fixtures.Credential, at endpoint: APIDescription.Endpoint) -> [String: String] {
        var fields: [String: String] = [:]
        for parameter in endpoint.headerParameters where parameter.isRequired { fields[parameter.name] = demoText(of: parameter) }
        let credential = api.credentials.first { $0.name == entry.kind || $0.kind(named: entry.kind) != nil }
        if endpoint.tenancy == .tenant, case .header(let name)? = api.tenancy?.place(forCredential: credential?.name) {
            fields[name] = entry.tenant
        }
        return fields
    }

    /// A value of a parameter that anybody can think of; nil for one of which only a person knows any.
    private func demoText(of parameter: APIDescription.Parameter) -> String? {
        if let value = parameter.defaultValue { return value }
        let candidates =
            switch api.resolved(parameter.schema)?.schema {
            case .enumeration(let values, _): values
            case .constant(let text): [text]
            default: ["demo", "1", "true"]
            }
        return candidates.first { api.faults(of: [$0], parameter, at: parameter.name).isEmpty }
    }
}
