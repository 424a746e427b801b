import CharterRuntime
import HTTPTypes

extension CheckResult {
    /// The result of a check that was carried out.
    init(_ check: Check, observation: Observation, exchanger: Exchanger) {
        let request = observation.request
        let target = request.givenTarget ?? (try? request.target()) ?? request.endpoint.path.description
        self.init(
            name: check.name,
            family: check.family,
            contract: check.contract,
            outcome: observation.isAsExpected ? .passed : .failed,
            request: exchanger.redaction.apply(to: "\(request.endpoint.method.rawValue) \(target)"),
            expected: exchanger.redaction.apply(to: observation.expected),
            actual: exchanger.redaction.apply(toReply: observation.actual),
            curl: exchanger.curl(request)
        )
    }

    /// The result of a check that was not possible.
    init(_ check: Check, lacking missing: MissingFixture, redaction: Redaction) {
        self.init(
            name: check.name,
            family: check.family,
            contract: check.contract,
            outcome: .unchecked,
            request: "\(check.endpoint.method.rawValue) \(check.endpoint.path)",
            expected: "",
            actual: redaction.apply(to: missing.description),
            curl: "",
            isStopped: missing.isBound
        )
    }
}
