import CharterRuntime

/// Reads a body as the endpoint documents it, and finds everything in it that is not.
struct BodyReading {
    let api: APIDescription
    let endpoint: APIDescription.Endpoint
    let described: APIDescription.RequestBody

    /// A body that was read.
    struct Result {
        /// The body in the shape that handlers know: without its envelope, and with the documented names.
        var bytes: [UInt8]
        /// What is wrong with it.
        var faults: [Problem.FieldFault]
        /// Whether it could not be read at all.
        var isMalformed = false
    }

    /// - Parameter type: the type of a body that is not JSON, or nil.
    func read(_ bytes: [UInt8], form type: ContentType?) -> Result {
        guard let type else { return read(json: bytes) }
        do {
            let form = try RequestForm(api: api, endpoint: endpoint, described: described).read(bytes, type)
            var result = judge(form.value, in: [])
            let known = form.faults.map { Problem.FieldFault(field: format($0.field), message: $0.message) }
            // Of a place where something else stands than a form can have there, no more need be said.
            result.faults = known + result.faults.filter { fault in !known.contains { $0.field == fault.field } }
            return result
        } catch {
            return malformed(bytes, error.message)
        }
    }

    private func read(json bytes: [UInt8]) -> Result {
        guard !bytes.isEmpty else { return Result(bytes: bytes, faults: [.init(field: "body", message: "is required")]) }
        guard JSONDepth.isWithin(api.requests.bodyDepth, bytes) else {
            return malformed(bytes, "is nested deeper than \(api.requests.bodyDepth) levels")
        }
        guard let sent = try? JSONCoding.decode(JSONValue.self, from: bytes) else { return malformed(bytes, "is not JSON") }
        return judge(sent, in: bytes)
    }

    /// Compares what was sent with what the endpoint takes.
    ///
    /// - Parameter bytes: the value as JSON; none where it was not sent as JSON.
    private func judge(_ sent: JSONValue, in bytes: [UInt8]) -> Result {
        var place = ""
        var value = sent
        var faults: [Problem.FieldFault] = []
        if let member = endpoint.envelope?.request {
            guard case .object(let members) = sent, let inner = members[member] else {
                return Result(bytes: bytes, faults: [.init(field: format(member), message: "is required")])
            }
            if api.requests.unknownFields != .ignore {
                faults += members.keys.filter { $0 != member }.sorted().map {
                    .init(field: format(FieldPlace.member($0, of: "")), message: "is not a field of this endpoint's body")
                }
            }
            (place, value) = (member, inner)
        }
        var spelling = NameSpelling(api: api)
        value = spelling.documented(value, described.schema, at: place)
        faults += spelling.faults + api.faults(of: value, against: described.schema, at: place, direction: .request)
        var unknown = UnknownFieldWalk(api: api, known: idempotencyFields)
        unknown.check(value, against: described.schema, at: place)
        faults += unknown.faults
        if described.refusesEmpty, changesNothing(value) { faults.append(.init(field: place, message: "must have a field to change")) }
        faults = faults.map { .init(field: format($0.field), message: $0.message) }
        let isChanged = bytes.isEmpty || value != sent
        return Result(bytes: isChanged ? (try? JSONCoding.encode(value)) ?? bytes : bytes, faults: faults)
    }

    /// The spellings of the member that tells this call from others.
    private var idempotencyFields: [String] {
        if case .field(let name)? = endpoint.idempotency?.place { [name] + api.json.otherSpellings(of: name) } else { [] }
    }

    /// Whether an object has none of the fields that the endpoint documents.
    private func changesNothing(_ value: JSONValue) -> Bool {
        guard case .object(let members) = value else { return false }
        guard case .object(let properties)? = api.resolved(described.schema)?.schema else { return members.isEmpty }
        return !properties.contains { members[$0.name] != nil }
    }

    private func malformed(_ bytes: [UInt8], _ message: String) -> Result {
        Result(bytes: bytes, faults: [.init(field: "body", message: message)], isMalformed: true)
    }

    private func format(_ field: String) -> String {
        field.isEmpty ? "body" : api.errors.fieldPaths.text(of: field)
    }
}
