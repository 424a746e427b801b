public import CharterRuntime

/// What came of a run, as tools may rely on it.
public struct ConformanceReport: Hashable, Sendable {
    /// The version of the report's form.
    public static let form = 1

    /// The API's name.
    public var api: String
    /// How much was asked, and for how long; nil where nobody has kept count.
    public var run: ConformanceRun?
    /// The results, in the order in which the checks were carried out.
    public var checks: [CheckResult]

    /// Creates a report.
    public init(api: String, run: ConformanceRun? = nil, checks: [CheckResult]) {
        self.api = api
        self.run = run
        self.checks = checks
    }

    /// How many checks came to what.
    public var totals: OutcomeCounts { OutcomeCounts(checks) }

    /// The same for each family that has checks.
    public var families: [CheckFamily: OutcomeCounts] {
        Dictionary(grouping: checks, by: \.family).mapValues(OutcomeCounts.init)
    }
}

extension ConformanceReport: JSONReadable, JSONWritable {
    private static let names: [StaticString] = ["api", "run", "checks"]

    /// Reads a report; what is counted in it is counted anew.
    public init(from json: inout JSONReader) throws(JSONFault) {
        var api: String?
        var run: ConformanceRun?
        var checks: [CheckResult]?
        var members = try json.members(Self.names, required: [0, 2])
        while let member = try members.next(&json) {
            switch member {
            case 0: json.read(&api)
            case 1: json.readOptional(&run)
            default: json.read(&checks)
            }
        }
        self.init(api: members.required(api), run: run, checks: members.required(checks))
    }

    /// Writes the report.
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("report", Self.form)
        json.member("api", api)
        json.member("run", run)
        json.member("totals", totals)
        json.member("families", Dictionary(uniqueKeysWithValues: families.map { ($0.rawValue, $1) }))
        json.member("checks", checks)
        json.closeObject()
    }
}
