import CharterRuntime
import HTTPTypes

extension Refusal {
    /// 404: what the path names is not there, or its existence is not the caller's to know.
    ///
    /// Handlers throw it too, so that both cases look alike.
    public static let notFound = Refusal(status: 404, code: .notFound, title: "There is nothing here.")

    /// 400: fields of the request are not as the API documents them.
    public static func invalidRequest(_ errors: [Problem.FieldFault]) -> Refusal {
        Refusal(status: 400, code: .invalidRequest, title: "The request has invalid fields.", errors: errors)
    }

    static let unknownPath = Refusal(status: 404, code: .unknownPath, title: "The API has no such path.")

    static let internalError = Refusal(
        status: 500,
        code: .internalError,
        title: "The server failed.",
        detail: "The fault is not in the request. Please name the X-Request-Id of this reply when you report it."
    )

    static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> Refusal {
        Refusal(
            status: 405,
            code: .methodNotAllowed,
            title: "The path does not have this method.",
            headers: [.allow: allowed.fieldValue]
        )
    }

    static func bodyTooLarge(maximum: Int) -> Refusal {
        Refusal(
            status: 413,
            code: .bodyTooLarge,
            title: "The request's body is too large.",
            detail: "A body may have at most \(maximum) bytes."
        )
    }

    /// RFC 9110 §15.5.16 lets `Accept` say which media types would have been taken.
    static let unsupportedMediaType = Refusal(
        status: 415,
        code: .unsupportedMediaType,
        title: "The request's body must be JSON.",
        detail: "Send the header field 'Content-Type: application/json'.",
        headers: [.accept: "application/json"]
    )
}

extension [HTTPRequest.Method] {
    /// The methods as the value of an `Allow` field (RFC 9110 §10.2.1).
    var fieldValue: String {
        map(\.rawValue).joined(separator: ", ")
    }
}
