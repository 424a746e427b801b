public import CharterRuntime

extension CheckResult: JSONReadable, JSONWritable {
    private static let names: [StaticString] = ["name", "family", "contract", "outcome", "request", "expected", "actual", "curl"]

    /// Reads an entry of a report.
    public init(from json: inout JSONReader) throws(JSONFault) {
        var (name, contract, request, expected, actual, curl): (String?, String?, String?, String?, String?, String?)
        var family: CheckFamily?
        var outcome: Outcome?
        var members = try json.members(Self.names)
        while let member = try members.next(&json) {
            switch member {
            case 0: name = try json.value(String.self)
            case 1: family = try json.value(CheckFamily.self)
            case 2: contract = try json.value(String.self)
            case 3: outcome = try json.value(Outcome.self)
            case 4: request = try json.value(String.self)
            case 5: expected = try json.value(String.self)
            case 6: actual = try json.value(String.self)
            default: curl = try json.value(String.self)
            }
        }
        self.init(
            name: try members.required(name, 0),
            family: try members.required(family, 1),
            contract: try members.required(contract, 2),
            outcome: try members.required(outcome, 3),
            request: try members.required(request, 4),
            expected: try members.required(expected, 5),
            actual: try members.required(actual, 6),
            curl: try members.required(curl, 7)
        )
    }

    /// Writes an entry of a report.
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("name", name)
        json.member("family", family)
        json.member("contract", contract)
        json.member("outcome", outcome)
        json.member("request", request)
        json.member("expected", expected)
        json.member("actual", actual)
        json.member("curl", curl)
        json.closeObject()
    }
}
