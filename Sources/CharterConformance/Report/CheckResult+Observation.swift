import CharterClient
import CharterRuntime
import HTTPTypes

extension CheckResult {
    /// The result of a check that was carried out.
    init(_ check: Check, on endpoint: APIDescription.Endpoint, observation: Observation, exchanger: Exchanger) {
        let target = (try? observation.request.target()) ?? endpoint.path.description
        self.init(
            name: "\(endpoint.id)/\(check.name)",
            family: check.family,
            contract: check.contractPointer(on: endpoint),
            outcome: observation.isAsExpected ? .passed : .failed,
            request: exchanger.redaction.apply(to: "\(endpoint.method.rawValue) \(target)"),
            expected: observation.expected,
            actual: exchanger.redaction.apply(to: observation.actual),
            curl: exchanger.curl(observation.request)
        )
    }

    /// The result of a check that was not possible.
    init(_ check: Check, on endpoint: APIDescription.Endpoint, lacking missing: MissingFixture) {
        self.init(
            name: "\(endpoint.id)/\(check.name)",
            family: check.family,
            contract: check.contractPointer(on: endpoint),
            outcome: .unchecked,
            request: "\(endpoint.method.rawValue) \(endpoint.path)",
            expected: "",
            actual: "the fixtures lack \(missing)",
            curl: ""
        )
    }
}
