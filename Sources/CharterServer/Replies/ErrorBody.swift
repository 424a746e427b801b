import CharterRuntime
import HTTPTypes

/// The body of a refusal, put together as the API's form of errors says.
struct ErrorBody {
    let refusal: Refusal
    let method: HTTPRequest.Method
    /// The path of the request, without its query.
    let path: String
    let facts: ReplyFacts

    /// The bytes of the body.
    func bytes(_ format: APIDescription.ErrorFormat) -> [UInt8] {
        let body = format.body.namesFields ? self : spellingOutFaults
        // Texts and whole numbers are what JSON can always hold.
        return (try? JSONCoding.encode(body.value(format.body, isRequired: true) ?? .object([]))) ?? []
    }

    /// The same with the fields at fault in its words, for a form that has no other place for them.
    private var spellingOutFaults: ErrorBody {
        guard refusal.detail == nil, !refusal.errors.isEmpty else { return self }
        let faults = refusal.errors.map { "\($0.field): \($0.message)" }.joined(separator: "; ")
        return ErrorBody(refusal: refusal.with(detail: "\(refusal.title) \(faults)"), method: method, path: path, facts: facts)
    }

    /// What stands in a place of the body; nil where there is nothing to say.
    private func value(_ value: APIDescription.ErrorValue, isRequired: Bool, of fault: Problem.FieldFault? = nil) -> ErrorPart? {
        switch value {
        case .object(let members): object(members, isRequired: isRequired, of: fault)
        case .faults(let element): list(element, isRequired: isRequired)
        case .code, .faultCode: .value(.string(refusal.code))
        case .title: .value(.string(refusal.title))
        case .message: (refusal.detail ?? (isRequired ? refusal.title : nil)).map { .value(.string($0)) }
        case .status: .value(.integer(Int64(refusal.status)))
        case .type: .value(.string("about:blank"))
        case .time: .value(.string(facts.time.text(facts.precision)))
        case .path: .value(.string(path))
        case .method: .value(.string(method.rawValue))
        case .requestID: .value(.string(facts.requestID))
        case .retryAfter:
            (refusal.retryAfter.map { Int64($0) } ?? refusal.headers[.retryAfter].flatMap { Int64($0) }).map { .value(.integer($0)) }
        case .faultField: fault.map { .value(.string($0.field)) }
        case .faultMessage: .value(.string(fault?.message ?? refusal.detail ?? refusal.title))
        case .text(let text): .value(.string(text))
        }
    }

    private func object(_ members: [APIDescription.ErrorMember], isRequired: Bool, of fault: Problem.FieldFault?) -> ErrorPart? {
        let found = members.compactMap { member in
            (value(member.value, isRequired: member.isRequired, of: fault) ?? (member.isRequired ? .value(.null) : nil))
                .map { (name: member.name, part: $0) }
        }
        return found.isEmpty && !isRequired ? nil : .object(found)
    }

    private func list(_ element: APIDescription.ErrorValue, isRequired: Bool) -> ErrorPart? {
        guard !refusal.errors.isEmpty else {
            return isRequired ? .list([value(element, isRequired: true) ?? .value(.null)]) : nil
        }
        return .list(refusal.errors.map { value(element, isRequired: true, of: $0) ?? .value(.null) })
    }
}

extension APIDescription.ErrorValue {
    /// Whether a body of this form says somewhere which fields are at fault.
    fileprivate var namesFields: Bool {
        switch self {
        case .faultField: true
        case .object(let members): members.contains { $0.value.namesFields }
        case .faults(let element): element.namesFields
        case .code, .title, .message, .status, .type, .time, .path, .method, .requestID, .retryAfter, .faultMessage, .faultCode, .text:
            false
        }
    }
}
