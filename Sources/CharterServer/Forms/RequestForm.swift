import CharterRuntime

/// Reads the body of a request that is a form.
struct RequestForm {
    let api: APIDescription
    let endpoint: APIDescription.Endpoint
    let described: APIDescription.RequestBody

    /// A form as the JSON value that stands for it, with what is wrong in it.
    struct Result {
        var value: JSONValue
        var faults: [Problem.FieldFault]
    }

    /// - Throws: ``MalformedForm``
    func read(_ bytes: [UInt8], _ type: ContentType) throws(MalformedForm) -> Result {
        let tree = try FormTree(try fields(in: bytes, type), depth: api.requests.bodyDepth)
        var reading = FormReading(api: api)
        let value = reading.value(of: tree, schema)
        return Result(value: value, faults: reading.faults)
    }

    private func fields(in bytes: [UInt8], _ type: ContentType) throws(MalformedForm) -> [FormField] {
        guard type.medium == .multipart else { return try URLEncodedForm.fields(in: bytes) }
        guard let boundary = type.boundary else { throw MalformedForm(message: "has no boundary that its type names") }
        return try MultipartForm.fields(in: bytes, boundary: boundary)
    }

    /// What the body holds, with its key for repeating and its envelope.
    private var schema: APIDescription.Schema {
        var schema = described.schema
        if let idempotency = endpoint.idempotency, case .field(let name) = idempotency.place,
            case .object(let properties)? = api.resolved(schema)?.schema
        {
            schema = .object(properties + [.init(name, idempotency.form, isRequired: false)])
        }
        return endpoint.envelope?.request.map { .object([.init($0, schema)]) } ?? schema
    }
}
