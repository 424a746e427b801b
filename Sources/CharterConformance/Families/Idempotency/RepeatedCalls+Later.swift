import CharterRuntime
import HTTPTypes

/// What is done between a call and its repetition.
extension RepeatedCalls {
    /// What the call answered with is changed or deleted meanwhile: it still gets the first answer, and not what is there by then.
    ///
    /// - Parameter other: An endpoint that changes or deletes such a thing.
    func replayed(after other: APIDescription.Endpoint) throws(MissingFixture) -> Dialogue {
        let first = try request(try key())
        let later = probe.at(other)
        guard let name = other.path.parameterNames.last else {
            throw MissingFixture("an endpoint that changes one")
        }
        let template = try later.sufficientRequest(lacking: name)
        let isOfPath = first.path[name] != nil
        return Dialogue(first, expecting: "the first answer again, behind \(other.id)") { conversation in
            let answer = try await conversation.groundwork(first, "to repeat")
            let shown = result(answer)
            var change = template
            change.takePath(from: first)
            if !isOfPath {
                let names = [name] + probe.api.identityNames(of: probe.endpoint)
                guard let id = shown?.identity(names)?.parameterText else {
                    throw MissingFixture("an id in what \(probe.endpoint.id) answers, by which \(other.id) finds it")
                }
                change.path[name] = id
            }
            if let content = try later.content(changing: shown) {
                change.body = try later.body(holding: content)
                try later.fillIdempotencyKey(of: &change)
            }
            _ = try await conversation.groundwork(change, "which changes what was answered")
            let again = try await conversation.reply(to: first)
            if let fault = difference(answer, again) { throw conversation.fail(first, "behind \(other.id) \(fault)", again) }
            return again.outline
        }
    }
}

extension CheckList {
    /// The endpoints that change or delete what this one makes or works on: one of each method.
    var laterEndpoints: [APIDescription.Endpoint] {
        let segments = endpoint.path.segments
        let made = index.endpoints(at: segments + [.parameter("")]).filter { [.patch, .put, .delete].contains($0.method) }
        // What the path names is one of the fixtures: it is not deleted.
        let named = segments.reversed().drop { $0.literal != nil }.reversed()
        let changed = named.isEmpty ? [] : index.endpoints(at: named).filter { $0.id != endpoint.id && [.patch, .put].contains($0.method) }
        let found = made + changed
        return found.filter { other in found.first { $0.method == other.method }?.id == other.id }
    }
}

extension EndpointProbe {
    /// What the endpoint takes with at least one value that is not shown yet; nil where it takes nothing.
    fileprivate func content(changing shown: JSONValue?) throws(MissingFixture) -> JSONValue? {
        guard endpoint.requestBody?.media.contains(.json) == true else { return nil }
        let content = try content()
        guard let body = endpoint.requestBody, let fields = api.properties(of: body.schema),
            fields.allSatisfy({ content[$0.name] == nil || content[$0.name] == shown?[$0.name] })
        else { return content }
        let changed = fields.lazy.compactMap { field -> JSONValue? in
            guard let value = shown?[field.name], let other = OtherValue(in: api).than(value, of: field.schema) else { return nil }
            return content.setting(other, at: [.member(field.name)])
        }
        guard let changed = changed.first else { throw MissingFixture("a body for \(endpoint.id) that changes something") }
        return changed
    }
}
