import CharterRuntime

/// Reads a JSON body as the endpoint documents it, and finds everything in it that is not.
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

    func read(_ bytes: [UInt8]) -> Result {
        guard !bytes.isEmpty else { return Result(bytes: bytes, faults: [.init(field: "body", message: "is required")]) }
        guard JSONDepth.isWithin(api.requests.bodyDepth, bytes) else {
            return malformed(bytes, "is nested deeper than \(api.requests.bodyDepth) levels")
        }
        guard let sent = try? JSONCoding.decode(JSONValue.self, from: bytes) else { return malformed(bytes, "is not JSON") }
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
        faults = faults.map { .init(field: format($0.field), message: $0.message) }
        let isChanged = value != sent
        return Result(bytes: isChanged ? (try? JSONCoding.encode(value)) ?? bytes : bytes, faults: faults)
    }

    /// The spellings of the member that tells this call from others.
    private var idempotencyFields: [String] {
        if case .field(let name)? = endpoint.idempotency?.place { [name] + api.json.otherSpellings(of: name) } else { [] }
    }

    private func malformed(_ bytes: [UInt8], _ message: String) -> Result {
        Result(bytes: bytes, faults: [.init(field: "body", message: message)], isMalformed: true)
    }

    private func format(_ field: String) -> String {
        field.isEmpty ? "body" : api.errors.fieldPaths.text(of: field)
    }
}
