import CharterRuntime
import HTTPTypes

/// The request succeeds; the body is another check's business.
///
/// Where what is asked for may have been done before, one of the endpoint's own documented failures is as good: they come behind every
/// check of who calls and of what is sent.
struct Acceptance: Expectation {
    private let success: APIDescription.Success
    /// The endpoint's own failures that would do, each with the text by which programs tell it.
    private let failures: [APIDescription.Failure]
    private let format: APIDescription.ErrorFormat?

    init(of endpoint: APIDescription.Endpoint) {
        success = endpoint.success
        failures = []
        format = nil
    }

    init(of endpoint: APIDescription.Endpoint, orOwnFailuresIn api: APIDescription) {
        success = endpoint.success
        format = api.errors
        // A failure that looks like the refusal of a value would prove nothing.
        failures = endpoint.failures.filter { failure in
            api.errors.tellsCode || failure.status != api.errors.status(of: .invalidRequest)
        }
    }

    var summary: String {
        let statuses = Set(failures.map(\.status)).sorted().map(String.init)
        return success.statusText + (statuses.isEmpty ? "" : ", or a failure of the endpoint's own (\(statuses.joined(separator: ", ")))")
    }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        let status = reply.head.status.code
        if success.isStatus(of: reply) { return [] }
        let codes = failures.filter { $0.status == status }.map(\.code)
        guard !codes.isEmpty, let format else { return ["the status is \(status)"] }
        guard format.tellsCode, let body = try? JSONCoding.decode(JSONValue.self, from: reply.body) else { return [] }
        guard let code = body.code(as: format.body) else { return [] }
        return codes.contains(code) ? [] : ["the status is \(status) with the code \(code)"]
    }
}

extension JSONValue {
    /// The text by which programs tell an error, where its body has one.
    func code(as expected: APIDescription.ErrorValue) -> String? {
        switch (expected, self) {
        case (.code, .string(let text)): text
        case (.object(let members), .object(let values)):
            members.lazy.compactMap { member in values[member.name].flatMap { $0.code(as: member.value) } }.first
        default: nil
        }
    }
}

extension APIDescription.Success {
    /// The documented statuses, as people write them.
    var statusText: String {
        ([status] + otherStatuses).map(String.init).joined(separator: " or ")
    }

    func isStatus(of reply: HTTPReply) -> Bool {
        reply.head.status.code == status || otherStatuses.contains(reply.head.status.code)
    }
}
