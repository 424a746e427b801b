import CharterRuntime

/// What came of a procedure.
struct Observation: Sendable {
    /// The request that shows it: the one that failed, or the last.
    var request: EndpointRequest
    /// What should have come.
    var expected: String
    /// What came.
    var actual: String
    /// Whether that is what should have come.
    var isAsExpected: Bool
}
