import CharterContract
import CharterRuntime

/// Error bodies as OpenAPI has them.
struct ErrorSchema {
    private let api: ResolvedAPI
    private var format: APIDescription.ErrorFormat { api.errors }

    init(_ api: ResolvedAPI) {
        self.api = api
    }

    /// The components that error responses refer to.
    var components: [OrderedJSON.Member] {
        let sample = ErrorSample(api)
        if format.body == APIDescription.ErrorFormat.problem.body {
            return ProblemSchema(sample, tellsFirstFaultOnly: format.reportsFirstFaultOnly).members
        }
        let body = schema(format.body, sample).members
        let about = OrderedJSON.Member("description", "What went wrong.")
        let example = OrderedJSON.Member("example", self.example(format.body, sample))
        return [OrderedJSON.Member("Problem", .object(body.prefix(1) + [about] + body.dropFirst() + [example]))]
    }

    /// The body of an error response.
    func content(_ failure: ResolvedEndpoint.Failure, of endpoint: ResolvedEndpoint) -> OrderedJSON {
        let sample = ErrorSample(failure, of: endpoint, in: api)
        let content: OrderedJSON = [
            "schema": ["$ref": "#/components/schemas/Problem"],
            "example": example(format.body, sample),
        ]
        return .object([OrderedJSON.Member(format.mediaType, content)])
    }

    private func schema(_ value: APIDescription.ErrorValue, _ sample: ErrorSample) -> OrderedJSON {
        switch value {
        case .object(let members):
            let required = members.filter(\.isRequired).map { OrderedJSON.string($0.name) }
            return [
                "type": "object",
                "required": required.isEmpty ? nil : .array(required),
                "properties": .object(members.map { OrderedJSON.Member($0.name, described($0.value, sample)) }),
            ]
        case .faults(let element):
            return ["type": "array", "items": described(element, sample), "maxItems": format.reportsFirstFaultOnly ? 1 : nil]
        case .status: return ["type": "integer", "minimum": 400, "maximum": 599]
        case .retryAfter: return ["type": "integer", "minimum": 0]
        case .time: return ["type": "string", "format": "date-time"]
        case .type: return ["type": "string", "format": "uri-reference"]
        case .text(let fixed): return ["type": "string", "const": .string(fixed)]
        case .code, .title, .message, .path, .method, .requestID, .faultField, .faultMessage, .faultCode: return ["type": "string"]
        }
    }

    private func described(_ value: APIDescription.ErrorValue, _ sample: ErrorSample) -> OrderedJSON {
        let members = schema(value, sample).members
        let about = OrderedJSON.Member("description", .string(about(value)))
        return .object(members.prefix(1) + [about] + members.dropFirst() + [OrderedJSON.Member("example", example(value, sample))])
    }

    private func about(_ value: APIDescription.ErrorValue) -> String {
        switch value {
        case .object: "A part of what went wrong."
        case .faults: "The faults of the request, each by itself."
        case .code: "The kind of error for programs."
        case .title: "The kind of error in a few words."
        case .message: "What is wrong with this request and how to mend it."
        case .status: "The HTTP status of the reply."
        case .type: "A URI that names the kind of error."
        case .time: "When it happened."
        case .path: "The path of the request."
        case .method: "The method of the request."
        case .requestID: "The identifier of the request."
        case .retryAfter: "How many seconds to wait before the next try."
        case .faultField: "Where the fault is."
        case .faultMessage: "What was expected there."
        case .faultCode: "The kind of fault for programs."
        case .text: "Always the same."
        }
    }

    /// An error body that says so much; members that need not be there are left out, other than the code that the failure has.
    private func example(_ value: APIDescription.ErrorValue, _ sample: ErrorSample) -> OrderedJSON {
        switch value {
        case .object(let members):
            .object(members.filter { $0.isRequired || $0.value.holdsCode }.map { OrderedJSON.Member($0.name, example($0.value, sample)) })
        case .faults(let element): [example(element, sample)]
        case .code, .faultCode: .string(sample.code)
        case .title, .message, .faultMessage: .string(sample.message)
        case .status: OrderedJSON(integerLiteral: sample.status)
        case .type: "about:blank"
        case .time: api.exampleInstant
        case .path: .string(sample.path)
        case .method: .string(sample.method)
        case .requestID: "3f2c9a7e-5c52-4ef1-9d0b-5a1c4f0a2b71"
        case .retryAfter: 1
        case .faultField: .string(sample.field)
        case .text(let fixed): .string(fixed)
        }
    }
}
