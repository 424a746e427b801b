import CharterRuntime

/// Reads a body as the endpoint documents it, and finds everything in it that is not.
struct BodyReading {
    private let api: ServedAPI
    private let endpoint: APIDescription.Endpoint
    private let described: APIDescription.RequestBody

    init(_ api: ServedAPI, _ endpoint: APIDescription.Endpoint, _ described: APIDescription.RequestBody) {
        self.api = api
        self.endpoint = endpoint
        self.described = described
    }

    /// A body that was read.
    struct Result {
        /// What the endpoint takes, as JSON, without its envelope.
        var bytes: [UInt8]
        /// What is wrong with it, in the order of the body.
        var faults: [Problem.FieldFault]
        /// Whether it could not be read at all.
        var isMalformed = false
    }

    /// - Parameter type: the type of a body that is not JSON, or nil.
    func read(_ bytes: [UInt8], form type: ContentType?) -> Result {
        guard let type else { return read(json: bytes) }
        do {
            let form = try RequestForm(api: api.description, endpoint: endpoint, described: described).read(bytes, type)
            var result = try judge(try JSONCoding.encode(form.value), maximumDepth: FormLimits.depth)
            let known = form.faults.map { Problem.FieldFault(field: format($0.field), message: $0.message) }
            // Of a place where something else stands than a form can have there, no more need be said.
            result.faults = known + result.faults.filter { fault in !known.contains { $0.field == fault.field } }
            return result
        } catch let error as MalformedForm {
            return malformed(bytes, error.message)
        } catch {
            return malformed(bytes, "is not a form")
        }
    }

    private func read(json bytes: [UInt8]) -> Result {
        guard !bytes.isEmpty else { return Result(bytes: bytes, faults: [.init(field: "body", message: "is required")]) }
        do throws(JSONFault) {
            return try judge(bytes, maximumDepth: api.description.requests.bodyDepth)
        } catch {
            if case .tooDeep = error.kind { return malformed(bytes, error.message) }
            let place = error.path.isEmpty ? "it" : "'\(error.path)'"
            return malformed(bytes, "is not JSON: \(place) \(error.message), at byte \(error.offset)")
        }
    }

    /// Compares a body with what the endpoint takes.
    private func judge(_ bytes: [UInt8], maximumDepth: Int) throws(JSONFault) -> Result {
        var strictness = api.strictness
        strictness.knownMembers = idempotencyFields
        let member = endpoint.envelope?.request
        let found = try api.description.findings(inBody: bytes, described, member: member, strictness, maximumDepth: maximumDepth)
        let content = found.content.map { $0.count == bytes.count ? bytes : Array(bytes[$0]) }
        return Result(
            bytes: content ?? bytes,
            faults: found.faults.map { .init(field: format($0.field), message: $0.message) }
        )
    }

    /// The spellings of the member that tells this call from others.
    private var idempotencyFields: [String] {
        if case .field(let name)? = endpoint.idempotency?.place { [name] + api.description.json.otherSpellings(of: name) } else { [] }
    }

    private func malformed(_ bytes: [UInt8], _ message: String) -> Result {
        Result(bytes: bytes, faults: [.init(field: "body", message: message)], isMalformed: true)
    }

    private func format(_ field: String) -> String {
        field.isEmpty ? "body" : api.description.errors.fieldPaths.text(of: field)
    }
}
