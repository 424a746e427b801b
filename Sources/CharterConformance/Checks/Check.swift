import CharterRuntime

/// One thing that can be observed of an API from outside: one endpoint and one case.
///
/// Every check that expects a refusal also holds the error body to the contract: its media type, its form, its code, and a status that
/// equals the reply's; a 401 must have `WWW-Authenticate` (RFC 9110 §15.5.2) where the API documents one.
public struct Check: Sendable {
    /// The endpoint's id and the name of the case, stable from one version to the next: `listEvents/insufficient-scope/WRITE_EVENTS`.
    public let name: String
    /// The convention that the check belongs to.
    public let family: CheckFamily
    /// The place in the contract that the check tests, as a path of keys in which an endpoint stands by its id.
    public let contract: String
    /// What the check may leave behind on the server.
    let trace: Trace
    /// The endpoint that is called.
    let endpoint: APIDescription.Endpoint
    /// How the check is carried out with the fixtures that a server has.
    let procedure: @Sendable (EndpointProbe) throws(MissingFixture) -> any Procedure

    /// Whether the data of the server, or its clock, may be another when the check is over.
    public var leavesTraces: Bool { trace != .none }

    /// What a check may leave behind.
    enum Trace: Hashable, Sendable {
        /// Nothing.
        case none
        /// Other data, where the endpoint changes something.
        case data
        /// Another time, or counts of limits.
        case time
    }
}
