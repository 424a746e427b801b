import CharterRuntime

/// One of two things: what is documented leaves open which.
struct EitherOf: Expectation {
    private let first: any Expectation
    private let second: any Expectation

    init(_ first: any Expectation, _ second: any Expectation) {
        self.first = first
        self.second = second
    }

    var summary: String { "\(first.summary), or \(second.summary)" }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        first.faults(in: reply, to: request).isEmpty ? [] : second.faults(in: reply, to: request)
    }
}
