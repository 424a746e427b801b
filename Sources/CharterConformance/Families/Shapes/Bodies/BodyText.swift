import CharterRuntime
import HTTPTypes

/// Bodies that are no JSON, or more than JSON says, or come as something else.
struct BodyText {
    private let probe: EndpointProbe

    init(_ probe: EndpointProbe) {
        self.probe = probe
    }

    /// What stands instead of a valid body, for a reason.
    func replaced(by text: String, _ codes: [Problem.Code]) throws(MissingFixture) -> SingleExchange {
        try exchange(codes) { request in request.body = Array(text.utf8) }
    }

    /// A valid body, and then something else.
    func followed(by text: String) throws(MissingFixture) -> SingleExchange {
        try exchange([.malformedBody]) { request in request.body? += Array(text.utf8) }
    }

    func cut() throws(MissingFixture) -> SingleExchange {
        try exchange([.malformedBody]) { request in request.body?.removeLast() }
    }

    /// A text in it is no UTF-8.
    func notUTF8() throws(MissingFixture) -> SingleExchange {
        try exchange([.malformedBody]) { request in
            request.body?.insert(contentsOf: Array("\"z\":\"".utf8) + [0xff] + Array("\",".utf8), at: 1)
        }
    }

    /// A member stands twice.
    func repeatedMember() throws(MissingFixture) -> SingleExchange {
        guard case .object(let members) = try probe.content(), let first = members.sorted(by: { $0.key < $1.key }).first,
            let value = try? JSONCoding.encode(first.value), let name = try? JSONCoding.encode(first.key)
        else { throw MissingFixture("a body for \(probe.endpoint.id) that has a member") }
        let member = probe.endpoint.envelope?.request
        return try exchange([.invalidField, .malformedBody]) { request in
            guard let body = request.body else { return }
            // Behind the brace of the object, or of the one in its envelope.
            let braces = (member?.split(separator: ".").count ?? 0) + 1
            let opening = body.indices.filter { body[$0] == UInt8(ascii: "{") }
            guard opening.count >= braces else { return }
            request.body?.insert(contentsOf: name + Array(":".utf8) + value + Array(",".utf8), at: opening[braces - 1] + 1)
        }
    }

    /// A valid body with something that some readers of JSON take and RFC 8259 does not have.
    func loose(_ departure: LooseJSON) throws(MissingFixture) -> SingleExchange {
        try exchange([.malformedBody]) { request in request.body = request.body.map(departure.spoiling) }
    }

    /// Objects within each other, one more than there may be.
    func tooDeep() throws(MissingFixture) -> SingleExchange {
        let depth = probe.api.requests.bodyDepth + 1
        let text = String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
        return try exchange([.malformedBody]) { request in request.body = Array(text.utf8) }
    }

    /// One byte more than there may be, in blanks behind a valid body.
    func tooLarge() throws(MissingFixture) -> SingleExchange {
        let size = probe.endpoint.requestBody?.size ?? probe.api.requests.bodySize
        return try exchange([.bodyTooLarge]) { request in
            let count = request.body?.count ?? 0
            request.body? += Array(repeating: UInt8(ascii: " "), count: max(0, size + 1 - count))
        }
    }

    /// Just as many bytes as there may be.
    func largest() throws(MissingFixture) -> SingleExchange {
        let size = probe.endpoint.requestBody?.size ?? probe.api.requests.bodySize
        return try accepted { request in
            let count = request.body?.count ?? 0
            request.body? += Array(repeating: UInt8(ascii: " "), count: max(0, size - count))
        }
    }

    func typed(_ mediaType: String) throws(MissingFixture) -> SingleExchange {
        try exchange([.unsupportedMediaType]) { request in request.headerFields[.contentType] = mediaType }
    }

    /// A media type that is taken, in an unusual spelling.
    func spelled(_ mediaType: String) throws(MissingFixture) -> SingleExchange {
        try accepted { request in request.headerFields[.contentType] = mediaType }
    }

    /// Members in another order, and blanks between them.
    func spacious() throws(MissingFixture) -> SingleExchange {
        // The whole body, for an idempotency key may stand in it beside what is sent.
        let body = try probe.sufficientRequest().body.flatMap { try? JSONCoding.decode(JSONValue.self, from: $0) }
        guard let text = body?.reversedText else { throw MissingFixture("a body for \(probe.endpoint.id) that is an object") }
        return try accepted { request in request.body = Array(text.utf8) }
    }

    private func accepted(_ change: (inout EndpointRequest) -> Void) throws(MissingFixture) -> SingleExchange {
        var request = try probe.sufficientRequest()
        change(&request)
        return SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
    }

    private func exchange(
        _ codes: [Problem.Code],
        _ change: (inout EndpointRequest) -> Void
    ) throws(MissingFixture) -> SingleExchange {
        var request = try probe.sufficientRequest()
        change(&request)
        return SingleExchange(request, expecting: probe.refusal(codes))
    }
}

extension JSONValue {
    /// An object as JSON, its members from the last to the first and with blanks around; nil for anything else.
    var reversedText: String? {
        guard case .object(let members) = self else { return nil }
        let lines = members.sorted { $1.key < $0.key }.compactMap { name, value -> String? in
            guard let key = try? JSONCoding.encode(name) else { return nil }
            let plain = (try? JSONCoding.encode(value)).map { String(decoding: $0, as: UTF8.self) }
            return (value.reversedText ?? plain).map { "\(String(decoding: key, as: UTF8.self)) :\t\($0)" }
        }
        return "{\r\n  \(lines.joined(separator: " ,\n  "))\n }"
    }
}
