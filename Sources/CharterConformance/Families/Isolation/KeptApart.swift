import CharterRuntime
import HTTPTypes

/// What one tenant writes at a place is not what another one reads at the same place: its settings, or a thing that both call alike.
struct KeptApart {
    /// Other bodies to write at most.
    private static let most = 3

    private let probe: EndpointProbe
    /// The endpoint that shows what stands there.
    private let reader: APIDescription.Endpoint

    init(_ probe: EndpointProbe, _ reader: APIDescription.Endpoint) {
        self.probe = probe
        self.reader = reader
    }

    /// One tenant reads, the other one writes, and the first still reads what it did.
    func dialogue() throws(MissingFixture) -> Dialogue {
        let (home, foreigner) = (try probe.home(), try probe.foreigner())
        var reading = try probe.at(reader).sufficientRequest()
        reading.takePath(from: try probe.sufficientRequest())
        let (request, contents, writer) = (reading, try contents(), try writer())
        var writings: [EndpointRequest] = []
        for content in contents { writings.append(try writer.sufficientRequest(with: content)) }
        let names = Set(contents.flatMap(\.memberNames)).sorted()
        return Dialogue(request, expecting: "what \(home) has, whatever \(foreigner) writes") { [writings] conversation in
            let before = try await conversation.groundwork(request, "to compare with").result(of: reader)
            var isWritten = false
            for writing in writings {
                let answer = try await conversation.reply(to: writing)
                // A server that hides what others have may let nobody write there.
                isWritten = isWritten || writing.endpoint.success.isStatus(of: answer) || answer.head.status.code == 404
                let reply = try await conversation.reply(to: request, expecting: Acceptance(of: reader))
                let after = reply.result(of: reader)
                if let name = names.first(where: { before?[$0] != after?[$0] }) {
                    let change = "\(name) was \(before?[name]?.shortText ?? "absent") and is \(after?[name]?.shortText ?? "absent")"
                    throw conversation.fail(request, "\(change), since \(foreigner) has written", reply)
                }
            }
            guard isWritten else { throw MissingFixture("a body that \(foreigner) can send to \(probe.endpoint.id)") }
            return "\(names.count) fields as they were"
        }
    }

    /// The probe of a foreigner who names what the first tenant names last, and has its own around it.
    private func writer() throws(MissingFixture) -> EndpointProbe {
        let (id, home, foreigner) = (probe.endpoint.id, try probe.home(), try probe.foreigner())
        var writer = try probe.abroad()
        var values = probe.fixtures.parameters[foreigner]?[id] ?? [:]
        for parameter in probe.endpoint.pathParameters where probe.api.tenancy?.places.contains(.path(parameter.name)) != true {
            let isLast = probe.endpoint.path.segments.last == .parameter(parameter.name)
            if isLast || values[parameter.name] == nil { values[parameter.name] = probe.fixtures.parameters[home]?[id]?[parameter.name] }
        }
        writer.fixtures.parameters[foreigner, default: [:]][id] = values
        return writer
    }

    /// What a foreigner writes: bodies of which at least one is another than what the first tenant has.
    private func contents() throws(MissingFixture) -> [JSONValue] {
        guard let body = probe.endpoint.requestBody else { throw MissingFixture("an endpoint that takes a body") }
        let content = try probe.abroad().content()
        return [content] + OtherValue(in: probe.api).all(than: content, of: body.schema).prefix(Self.most)
    }
}

extension JSONValue {
    fileprivate var memberNames: [String] {
        if case .object(let members) = self { Array(members.keys) } else { [] }
    }
}
