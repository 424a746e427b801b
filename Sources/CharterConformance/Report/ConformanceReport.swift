public import CharterRuntime

/// What came of a run, as tools may rely on it.
public struct ConformanceReport: Hashable, Sendable {
    /// The API's name.
    public var api: String
    /// The results, in the order in which the checks were carried out.
    public var checks: [CheckResult]

    /// Creates a report.
    public init(api: String, checks: [CheckResult]) {
        self.api = api
        self.checks = checks
    }
}

extension ConformanceReport: JSONReadable, JSONWritable {
    private static let names: [StaticString] = ["api", "checks"]

    /// Reads a report.
    public init(from json: inout JSONReader) throws(JSONFault) {
        var api: String?
        var checks: [CheckResult]?
        var members = try json.members(Self.names, required: [0, 1])
        while let member = try members.next(&json) {
            switch member {
            case 0: json.read(&api)
            default: json.read(&checks)
            }
        }
        self.init(api: members.required(api), checks: members.required(checks))
    }

    /// Writes the report.
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("api", api)
        json.member("checks", checks)
        json.closeObject()
    }
}
