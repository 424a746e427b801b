public import CharterRuntime

/// What came of one check, as the entries of a conformance report have it.
///
/// Reports end up in public logs, so that keys of the fixtures are cut to their prefix and an ellipsis wherever they would stand.
public struct CheckResult: Hashable, Sendable {
    /// The endpoint's id and the name of the check: `listEvents/insufficient-scope/WRITE_EVENTS`.
    public var name: String
    /// The convention that the check belongs to.
    public var family: CheckFamily
    /// The place in the contract that the check tests: `endpoints/listEvents/scope`.
    public var contract: String
    /// Whether the server is as documented.
    public var outcome: Outcome
    /// Method and path of the request that shows it: `GET /communities/oslo/events?limit=0`.
    public var request: String
    /// What should have come; empty where nothing was asked.
    public var expected: String
    /// What came, or what the fixtures lack.
    public var actual: String
    /// The request as a line for a shell, in which the key is to be completed; empty where nothing was asked.
    public var curl: String
    /// Where the contract says what is tested; nil where its file is not at hand.
    public var place: CheckPlace?
    /// Whether a bound of the run kept it from being carried out.
    public var isStopped: Bool

    /// Creates a result.
    public init(
        name: String,
        family: CheckFamily,
        contract: String,
        outcome: Outcome,
        request: String,
        expected: String,
        actual: String,
        curl: String,
        place: CheckPlace? = nil,
        isStopped: Bool = false
    ) {
        self.name = name
        self.family = family
        self.contract = contract
        self.outcome = outcome
        self.request = request
        self.expected = expected
        self.actual = actual
        self.curl = curl
        self.place = place
        self.isStopped = isStopped
    }

    /// Whether a server is as documented.
    public enum Outcome: String, Hashable, Sendable, JSONCodable {
        /// It is.
        case passed
        /// It is not.
        case failed
        /// The fixtures do not let one know.
        case unchecked
    }
}
