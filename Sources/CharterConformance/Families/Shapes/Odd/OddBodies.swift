import CharterRuntime

/// Bodies of JSON that few programs send.
struct OddBodies {
    /// None of them is what an endpoint takes.
    private static let values = ["null", "\"text\"", "7", "true", "[null]", " "]
    /// Objects, each with something in it that many programs cannot read, or read as what it is not.
    private static let objects = [
        #"{"":null}"#, #"{"__proto__":{"a":1}}"#, #"{"a":1e400}"#, #"{"a":123456789012345678901234567890}"#, #"{"a":"\u0000"}"#,
    ]
    /// Stands for a number in a body until that is written.
    private static let mark = "charter-odd-number"

    private let probe: EndpointProbe

    init(_ probe: EndpointProbe) {
        self.probe = probe
    }

    /// What is no object is refused; any object is answered.
    func dialogue() throws(MissingFixture) -> Dialogue {
        let opening = try probe.sufficientRequest()
        let (refusal, answer) = (probe.refusal([.invalidField, .malformedBody]), NoBreakdown(of: probe.endpoint))
        let numbers = try self.numbers()
        return Dialogue(opening, expecting: "a refusal of what is no object, and \(answer.summary)") { conversation in
            for text in Self.values { try await conversation.reply(to: try request(text), expecting: refusal, text) }
            for text in Self.objects { try await conversation.reply(to: try request(text), expecting: answer, text) }
            for request in numbers { try await conversation.reply(to: request, expecting: answer, "a number too large to count with") }
            return "\(Self.values.count) refused, \(Self.objects.count + numbers.count) answered"
        }
    }

    private func request(_ text: String) throws(MissingFixture) -> EndpointRequest {
        var request = try probe.sufficientRequest()
        request.body = Array(text.utf8)
        return request
    }

    /// Valid bodies in which one number is too large for what programs count with.
    private func numbers() throws(MissingFixture) -> [EndpointRequest] {
        guard let body = probe.endpoint.requestBody else { throw MissingFixture("an endpoint that takes a body") }
        let change = try BodyChange(probe)
        return BodySite.all(in: body.schema, of: probe.api).filter { $0.holdsNumber(in: probe.api) }.prefix(6).compactMap { site in
            guard var request = try? change.request(with: .string(Self.mark), at: site) else { return nil }
            let text = String(decoding: request.body ?? [], as: UTF8.self)
            request.body = Array(text.replacing("\"\(Self.mark)\"", with: "1e400").utf8)
            return request
        }
    }
}

extension BodySite {
    fileprivate func holdsNumber(in api: APIDescription) -> Bool {
        switch api.resolved(schema)?.schema {
        case .integer, .number, .exactNumber: variants.isEmpty
        default: false
        }
    }
}
