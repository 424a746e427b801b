public import CharterRuntime

/// How many checks came to what.
public struct OutcomeCounts: Hashable, Sendable {
    /// Those by which the server is as documented.
    public var passed: Int
    /// Those by which it is not.
    public var failed: Int
    /// Those that could not be carried out.
    public var unchecked: Int

    /// Counts results.
    public init(_ checks: [CheckResult]) {
        passed = checks.count { $0.outcome == .passed }
        failed = checks.count { $0.outcome == .failed }
        unchecked = checks.count { $0.outcome == .unchecked }
    }
}

extension OutcomeCounts: JSONWritable {
    /// Writes the counts.
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("passed", passed)
        json.member("failed", failed)
        json.member("unchecked", unchecked)
        json.closeObject()
    }
}
