import CharterRuntime
import HTTPTypes

/// Changes that speak of a part of an object inside.
extension Change {
    /// An object inside that is changed by one of its members keeps the others (RFC 7396).
    ///
    /// What may be left out is left out rather than what must be there: whether a change may lack that, not every reader agrees.
    func partMerged(in field: APIDescription.Property, _ members: [APIDescription.Property]) throws(MissingFixture) -> Dialogue {
        let whole = try whole(field, members)
        let part = (members.filter(\.isRequired) + members).lazy.compactMap { member -> (name: String, value: JSONValue)? in
            guard let value = whole[member.name] else { return nil }
            return OtherValue(in: probe.api).than(value, of: member.schema).map { (member.name, $0) }
        }.first
        guard let part, case .object(let all) = whole, all.count > 1 else {
            throw MissingFixture("a second value for a member of \(field.name) of \(probe.endpoint.id)")
        }
        let needed = members.filter(\.isRequired).map(\.name)
        var sent = all.filter { needed.contains($0.key) }
        if sent.count == all.count { sent = [:] }
        sent[part.name] = part.value
        let first = try probe.sufficientRequest(with: .object([field.name: whole]))
        let change = JSONValue.object([field.name: .object(sent)])
        let second = try probe.sufficientRequest(with: change)
        // Where members have to be there, a server may ask for them of a change too: its description says so as well.
        let mayBeRefused = probe.endpoint.requestBody.map { !probe.api.faults(of: change, against: $0.schema).isEmpty } ?? false
        let orRefusal = mayBeRefused ? ", or that it lacks members" : ""
        return Dialogue(second, expecting: "\(field.name) with what it had before, and another \(part.name)\(orRefusal)") { conversation in
            let before = try await accepted(first, field, conversation)
            guard case .object(var wanted)? = before else { throw MissingFixture("a \(field.name) that is there") }
            wanted[part.name] = part.value
            if mayBeRefused {
                let reply = try await conversation.reply(to: second)
                if reply.head.status.code < 500, !NotInvalid(in: probe.api).faults(in: reply, to: second).isEmpty {
                    return "\(part.name) alone is refused, for \(field.name) has more members that must be there"
                }
            }
            let after = try await accepted(second, field, conversation)
            guard after == .object(wanted) else { throw conversation.fail(second, departure(field, after, before)) }
            return "\(field.name) is \(after?.shortText ?? "absent")"
        }
    }

    /// An object inside is replaced as a whole: what the change does not speak of is as if it never was.
    ///
    /// - Parameters:
    ///   - members: What the object has, one of which may be left out at least.
    ///   - type: The member that says of which type the object is, and its text, where it may be of several.
    func partReplaced(
        in field: APIDescription.Property,
        _ members: [APIDescription.Property],
        where type: (member: String, tag: String)? = nil
    ) throws(MissingFixture) -> Dialogue {
        let whole = try whole(field, members, where: type)
        let optional = members.filter { !$0.isRequired && whole[$0.name] != nil }
        guard !optional.isEmpty else { throw MissingFixture("a member of \(field.name) of \(probe.endpoint.id) that may be left out") }
        let least = try probe.sufficientRequest(with: .object([field.name: whole.removing(optional.map(\.name))]))
        return Dialogue(least, expecting: "\(field.name) as the change has it, and nothing of what it had before") { conversation in
            let blank = try await accepted(least, field, conversation)
            let full = whole.differing(from: blank ?? .null, in: optional, probe.api)
            let most = try probe.sufficientRequest(with: .object([field.name: full]))
            guard try await accepted(most, field, conversation) != blank else {
                throw MissingFixture("a \(field.name) of \(probe.endpoint.id) that differs from what it is without \(optional[0].name)")
            }
            let after = try await accepted(least, field, conversation)
            guard after == blank else { throw conversation.fail(least, departure(field, after, blank)) }
            return "\(field.name) is \(after?.shortText ?? "absent")"
        }
    }

    /// The field is of another type than it was, or of the same one.
    func changed(
        _ field: APIDescription.Property,
        to type: APIDescription.UnionCase,
        toldBy tag: String
    ) throws(MissingFixture) -> Dialogue {
        let members = probe.api.properties(of: type.schema) ?? []
        let value = try whole(field, members, where: (tag, type.tag))
        let request = try probe.sufficientRequest(with: .object([field.name: value]))
        return Dialogue(request, expecting: "\(field.name) of the type \(type.tag)") { conversation in
            let after = try await accepted(request, field, conversation)
            let sent = members.filter { value[$0.name] != nil }
            let isSame = sent.allSatisfy { member in
                value[member.name].map { probe.api.isSame(after?[member.name], as: $0, taken: member.schema, shown: member.schema) } ?? true
            }
            guard after?[tag] == .string(type.tag), isSame else {
                throw conversation.fail(request, "\(field.name) is \(after?.shortText ?? "absent") where \(value.shortText) was sent")
            }
            return "\(field.name) is of the type \(type.tag)"
        }
    }

    private func departure(_ field: APIDescription.Property, _ after: JSONValue?, _ before: JSONValue?) -> String {
        "\(field.name) is \(after?.shortText ?? "absent"), and was \(before?.shortText ?? "absent")"
    }

    /// What the field is once a request has changed it.
    private func accepted(
        _ request: EndpointRequest,
        _ field: APIDescription.Property,
        _ conversation: Conversation
    ) async throws -> JSONValue? {
        try await result(conversation.groundwork(request, "which changes \(field.name)"), to: request, conversation)?[field.name]
    }

    /// The object with every member for which a value is known.
    private func whole(
        _ field: APIDescription.Property,
        _ members: [APIDescription.Property],
        where type: (member: String, tag: String)? = nil
    ) throws(MissingFixture) -> JSONValue {
        let example = probe.example
        var known = [try probe.content()[field.name], example?[field.name]].compactMap(\.self)
        if let type {
            known.removeAll { $0[type.member] != .string(type.tag) }
            let sample = probe.api.sampleValue(of: .object(members.filter { $0.name != type.member }))
            known += [sample?.setting(.string(type.tag), at: [.member(type.member)])].compactMap(\.self)
        } else {
            known += [probe.api.sampleValue(of: field.schema)].compactMap(\.self)
        }
        guard case .object(var whole)? = known.first(where: { $0 != .null }) else {
            throw MissingFixture("a body for \(probe.endpoint.id) that has \(field.name)")
        }
        for member in members where whole[member.name] == nil {
            let value = example?[field.name]?[member.name] ?? probe.api.sampleValue(of: member.schema)
            if let value, value != .null { whole[member.name] = value }
        }
        return .object(whole)
    }
}

extension JSONValue {
    /// The object with other values for members in which another object has the same.
    fileprivate func differing(from other: JSONValue, in members: [APIDescription.Property], _ api: APIDescription) -> JSONValue {
        members.reduce(self) { object, member in
            guard let value = object[member.name], value == other[member.name],
                let another = OtherValue(in: api).than(value, of: member.schema)
            else { return object }
            return object.setting(another, at: [.member(member.name)]) ?? object
        }
    }
}
