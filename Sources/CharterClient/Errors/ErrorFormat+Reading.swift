package import CharterRuntime
import HTTPTypes

extension APIDescription.ErrorFormat {
    /// The error that the body of a reply describes, whatever form the API gives it.
    ///
    /// Members may be missing as long as something says what went wrong. An API without codes has the status as its code.
    ///
    /// - Throws: `JSONFault` if the body is no JSON, ``UnreadableError`` if it is no such error. Its media type is not looked at.
    package func problem(in reply: HTTPReply) throws -> Problem {
        var reading = ErrorReading(fieldPaths: fieldPaths)
        reading.read(try JSONCoding.decode(JSONValue.self, from: reply.body), as: body)
        // What programs tell errors by has to be there where the API has it; elsewhere some words have to.
        guard body.has(.code) ? reading.code != nil : reading.message ?? reading.title != nil || !reading.faults.isEmpty else {
            throw UnreadableError()
        }
        let status = reading.status ?? reply.head.status.code
        return Problem(
            type: reading.type ?? "about:blank",
            title: reading.title ?? reply.reason,
            status: status,
            detail: reading.message,
            code: reading.code ?? String(status),
            errors: reading.faults.isEmpty ? nil : reading.faults
        )
    }
}

extension APIDescription.ErrorValue {
    /// Whether a body of this form has that value somewhere.
    fileprivate func has(_ value: APIDescription.ErrorValue) -> Bool {
        switch self {
        case .object(let members): members.contains { $0.value.has(value) }
        case .faults(let element): element.has(value)
        default: self == value
        }
    }
}
