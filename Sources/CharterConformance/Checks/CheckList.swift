import CharterRuntime
import HTTPTypes

/// Collects the checks of one family on one endpoint.
///
/// A family is a function that adds to such a list what the conventions of an endpoint call for; how each check is carried out stands
/// beside it.
struct CheckList {
    let api: APIDescription
    let endpoint: APIDescription.Endpoint
    let family: CheckFamily
    /// Where the checks of this endpoint find others.
    let index: EndpointIndex
    private(set) var checks: [Check] = []

    init(_ family: CheckFamily, of endpoint: APIDescription.Endpoint, in api: APIDescription, _ index: EndpointIndex) {
        self.family = family
        self.endpoint = endpoint
        self.api = api
        self.index = index
    }

    /// Adds a check.
    ///
    /// - Parameters:
    ///   - name: What is tried, in kebab case, with what it is about behind slashes: `insufficient-scope/ADMIN`.
    ///   - contract: The key of the endpoint in its contract that says what should come; with a slash in front, a place in the whole contract.
    ///   - trace: What a server that is as documented may be left with.
    mutating func add(
        _ name: String,
        _ contract: String,
        leaving trace: Check.Trace = .none,
        _ procedure: @escaping @Sendable (EndpointProbe) throws(MissingFixture) -> any Procedure
    ) {
        checks.append(
            Check(
                name: "\(endpoint.id)/\(name)",
                family: family,
                contract: contract.hasPrefix("/") ? String(contract.dropFirst()) : "endpoints/\(endpoint.id)/\(contract)",
                trace: trace,
                endpoint: endpoint,
                procedure: procedure
            )
        )
    }

    /// Adds a check of a call that should succeed, and so may change something.
    mutating func addCall(
        _ name: String,
        _ contract: String,
        _ procedure: @escaping @Sendable (EndpointProbe) throws(MissingFixture) -> any Procedure
    ) {
        add(name, contract, leaving: endpoint.method == .get ? .none : .data, procedure)
    }
}
