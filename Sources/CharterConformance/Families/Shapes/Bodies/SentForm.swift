import CharterRuntime
import HTTPTypes

/// A body in another media type than JSON: it means the same, and is spelled in ways of its own.
struct SentForm {
    private let probe: EndpointProbe

    init(_ probe: EndpointProbe, _ medium: APIDescription.RequestRules.Media) {
        var probe = probe
        probe.endpoint.requestBody?.media = [medium]
        self.probe = probe
    }

    /// What is made has what was sent; where nothing is made, the call is accepted.
    func procedure() throws(MissingFixture) -> any Procedure {
        if probe.endpoint.success.status == 201, probe.endpoint.success.body != nil { return try Creation(probe).asSent() }
        return SingleExchange(try probe.sufficientRequest(), expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
    }

    /// A field that is no list stands twice.
    func nameTwice() throws(MissingFixture) -> SingleExchange {
        var request = try probe.sufficientRequest()
        guard case .object(let members) = try probe.content(), let body = request.body else {
            throw MissingFixture("a body for \(probe.endpoint.id) that is an object")
        }
        let names = written(Array(members.filter { $0.value.parameterText != nil }.keys))
        guard let pair = pairs(of: body).first(where: { names.contains(name(of: $0)) }) else {
            throw MissingFixture("a body for \(probe.endpoint.id) that has a field")
        }
        request.body = body + Array("&\(pair)".utf8)
        return SingleExchange(request, expecting: probe.refusal([.invalidField, .malformedBody]))
    }

    /// Lists whose name has brackets behind it, as programs write that know lists by them: they mean the same.
    ///
    /// - Parameter lists: The fields of the body that are lists.
    func listsInBrackets(_ lists: [APIDescription.Property]) throws(MissingFixture) -> Dialogue {
        var content = try probe.content()
        for list in lists where content[list.name].map({ $0 == .array([]) }) ?? true {
            guard let item = probe.api.element(ofListIn: list.schema).flatMap({ probe.api.sampleValue(of: $0) }) else { continue }
            let value = JSONValue.array([item])
            guard probe.api.faults(of: value, against: list.schema).isEmpty else { continue }
            content = content.setting(value, at: [.member(list.name)]) ?? content
        }
        let named = lists.filter { list in if case .array(let items)? = content[list.name] { !items.isEmpty } else { false } }
        guard !named.isEmpty else { throw MissingFixture("a body for \(probe.endpoint.id) that has a list") }
        var request = try probe.sufficientRequest(with: content)
        let names = written(named.map(\.name))
        let bracketed = pairs(of: request.body ?? []).map { pair in
            let name = name(of: pair)
            guard names.contains(name) else { return String(pair) }
            return name + PercentEncoding.encode("[]") + pair.dropFirst(name.count)
        }
        request.body = Array(bracketed.joined(separator: "&").utf8)
        let (sent, bracketedRequest) = (content, request)
        // What answers 200 may have added the items to others.
        let isKept = probe.endpoint.success.status == 201 || probe.endpoint.method != .post
        let fields = isKept ? probe.api.properties(of: probe.endpoint.success.body) ?? [] : []
        let shown = fields.filter { field in named.contains { $0.name == field.name } }
        let acceptance = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        return Dialogue(request, expecting: "success, and lists as they were sent with brackets behind their names") { conversation in
            let reply = try await conversation.reply(to: bracketedRequest, expecting: acceptance)
            guard probe.endpoint.success.isStatus(of: reply), !shown.isEmpty else { return reply.outline }
            let count = try SentFields(sent, of: probe, shown: shown).judge(
                reply.result(of: probe.endpoint),
                from: bracketedRequest,
                conversation
            )
            return "\(count) lists as they were sent"
        }
    }

    /// A null, which a form writes as an empty text, comes back as null.
    func emptied(_ property: APIDescription.Property) throws(MissingFixture) -> Dialogue { try Creation(probe).null(property) }

    /// The fields of a form, each with its name and its text.
    private func pairs(of body: [UInt8]) -> [Substring] { String(decoding: body, as: UTF8.self).split(separator: "&") }

    /// The name of one of them, as it is written.
    private func name(of pair: Substring) -> String { String(pair.prefix { $0 != "=" }) }

    /// How a form writes the names of fields of the body: in the brackets of the envelope, if there is one.
    private func written(_ names: [String]) -> Set<String> {
        let outer = probe.endpoint.envelope?.request.map { MemberPath($0).names } ?? []
        return Set(
            names.map { name in
                let path = outer + [name]
                return PercentEncoding.encode(path[0] + path.dropFirst().map { "[\($0)]" }.joined())
            }
        )
    }
}
