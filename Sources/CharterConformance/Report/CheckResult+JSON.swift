public import CharterRuntime

extension CheckResult: JSONReadable, JSONWritable {
    private static let names: [StaticString] = [
        "name", "family", "contract", "outcome", "request", "expected", "actual", "curl", "place", "stopped",
    ]
    private static let required = Array(0..<8)

    /// Reads an entry of a report.
    public init(from json: inout JSONReader) throws(JSONFault) {
        var (name, contract, request, expected, actual, curl): (String?, String?, String?, String?, String?, String?)
        var family: CheckFamily?
        var outcome: Outcome?
        var place: CheckPlace?
        var isStopped: Bool?
        var members = try json.members(Self.names, required: Self.required)
        while let member = try members.next(&json) {
            switch member {
            case 0: json.read(&name)
            case 1: json.read(&family)
            case 2: json.read(&contract)
            case 3: json.read(&outcome)
            case 4: json.read(&request)
            case 5: json.read(&expected)
            case 6: json.read(&actual)
            case 7: json.read(&curl)
            case 8: json.readOptional(&place)
            default: json.readOptional(&isStopped)
            }
        }
        self.init(
            name: members.required(name),
            family: members.required(family),
            contract: members.required(contract),
            outcome: members.required(outcome),
            request: members.required(request),
            expected: members.required(expected),
            actual: members.required(actual),
            curl: members.required(curl),
            place: place,
            isStopped: isStopped ?? false
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
        json.member("place", place)
        json.member("stopped", isStopped ? true : nil)
        json.closeObject()
    }
}
