import CharterRuntime

/// Collects what an error body says, member by member; of a value that stands twice the first counts.
struct ErrorReading {
    private let fieldPaths: APIDescription.ErrorFormat.FieldPaths
    private(set) var code: String?
    private(set) var title: String?
    private(set) var message: String?
    private(set) var status: Int?
    private(set) var type: String?
    private(set) var faults: [Problem.FieldFault] = []
    private var faultField: String?
    private var faultMessage: String?
    private var faultCode: String?

    init(fieldPaths: APIDescription.ErrorFormat.FieldPaths) {
        self.fieldPaths = fieldPaths
    }

    /// Reads what stands in one place; what is missing there or of another type is left out.
    mutating func read(_ json: JSONValue?, as value: APIDescription.ErrorValue) {
        switch value {
        case .object(let members): for member in members { read(json?[member.name], as: member.value) }
        case .faults(let element):
            guard case .array(let elements)? = json else { return }
            for fault in elements { read(fault: fault, as: element) }
        case .code: code = code ?? json?.text
        case .title: title = title ?? json?.text
        case .message: message = message ?? json?.text
        case .type: type = type ?? json?.text
        case .status: status = status ?? json?.text.flatMap(Int.init)
        case .faultField: faultField = faultField ?? json?.text
        case .faultMessage: faultMessage = faultMessage ?? json?.text
        case .faultCode: faultCode = faultCode ?? json?.text
        case .time, .path, .method, .requestID, .retryAfter, .text: break
        }
    }

    /// Reads one element of a list of faults: a fault of a field where it says so, and otherwise the error itself.
    private mutating func read(fault json: JSONValue, as element: APIDescription.ErrorValue) {
        var inner = ErrorReading(fieldPaths: fieldPaths)
        inner.read(json, as: element)
        code = code ?? inner.code
        title = title ?? inner.title
        status = status ?? inner.status
        type = type ?? inner.type
        let words = inner.faultMessage ?? inner.message ?? inner.faultCode ?? inner.title ?? inner.code
        if inner.faultField != nil || inner.faultMessage != nil {
            faults.append(Problem.FieldFault(field: fieldPaths.dotted(inner.faultField ?? ""), message: words ?? ""))
        } else {
            message = message ?? inner.message
        }
        faults += inner.faults
    }
}

extension JSONValue {
    /// A text, or a whole number as text; nil for anything else.
    fileprivate var text: String? {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .null, .boolean, .number, .exact, .array, .object: nil
        }
    }
}
