import CharterRuntime
import HTTPTypes

extension Refusal {
    /// 404: what the path names is not there, or its existence is not the caller's to know.
    ///
    /// Handlers throw it too, so that both cases look alike.
    public static let notFound = Refusal(.notFound, title: "There is nothing here.")

    /// 400: fields of the request are not as the API documents them.
    public static func invalidRequest(_ errors: [Problem.FieldFault]) -> Refusal {
        invalid(.invalidRequest, errors)
    }

    /// 400: parameters in the path are not as the API documents them.
    public static func invalidPath(_ errors: [Problem.FieldFault]) -> Refusal {
        invalid(.invalidPath, errors)
    }

    /// 400: query parameters or header fields are not as the API documents them.
    public static func invalidParameter(_ errors: [Problem.FieldFault]) -> Refusal {
        invalid(.invalidParameter, errors)
    }

    /// 400: fields of the body are not as the API documents them.
    public static func invalidField(_ errors: [Problem.FieldFault]) -> Refusal {
        invalid(.invalidField, errors)
    }

    /// The refusal of a request that is not as the API documents it.
    ///
    /// - Parameter answer: how the API answers it, where it says so of the very parameter that is at fault.
    static func invalid(
        _ kind: Problem.Code,
        _ errors: [Problem.FieldFault],
        answer: APIDescription.ErrorFormat.Fault? = nil
    ) -> Refusal {
        var refusal = Refusal(kind, title: "The request has invalid fields.", errors: errors)
        refusal.answer = answer
        return refusal
    }

    /// 400: the cursor is not one that this list gave.
    public static let invalidCursor = Refusal(
        .invalidCursor,
        title: "The cursor is not one of this list.",
        detail: "Take the cursor from the page before, or begin again without one."
    )

    /// 400: the body cannot be read.
    static func malformedBody(_ message: String) -> Refusal {
        Refusal(
            .malformedBody,
            title: "The request's body cannot be read.",
            errors: [Problem.FieldFault(field: "body", message: message)]
        )
    }

    static func versionMissing(_ versioning: APIDescription.Versioning) -> Refusal {
        Refusal(
            .versionMissing,
            title: "The request does not choose a version of the API.",
            detail: "Send the header field '\(versioning.header)', such as '\(versioning.header): \(versioning.current)'."
        )
    }

    static func versionUnknown(_ versioning: APIDescription.Versioning) -> Refusal {
        Refusal(
            .versionUnknown,
            title: "The version of the API that the request chooses is not served.",
            detail: "The header field '\(versioning.header)' takes \(([versioning.current] + versioning.older).joined(separator: ", "))."
        )
    }

    static func idempotencyKeyMissing(_ place: APIDescription.Idempotency.Place) -> Refusal {
        Refusal(
            .idempotencyKeyMissing,
            title: "The request has no idempotency key.",
            detail: "Send a key of your own in \(place.phrase), and the same one when you repeat the request."
        )
    }

    static let unknownPath = Refusal(.unknownPath, title: "The API has no such path.")

    static let internalError = Refusal(
        .internalError,
        title: "The server failed.",
        detail: "The fault is not in the request. Please name the identifier of this request when you report it."
    )

    static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> Refusal {
        Refusal(
            .methodNotAllowed,
            title: "The path does not have this method.",
            headers: [.allow: allowed.fieldValue]
        )
    }

    static func bodyTooLarge(maximum: Int) -> Refusal {
        Refusal(
            .bodyTooLarge,
            title: "The request's body is too large.",
            detail: "A body may have at most \(maximum) bytes."
        )
    }

    /// 408: the request was not answered in time.
    static func requestTimeout(seconds: Int) -> Refusal {
        Refusal(
            .requestTimeout,
            title: "The request took too long.",
            detail: "A request may take \(seconds == 1 ? "1 second" : "\(seconds) seconds"), until its body has arrived and it is answered."
        )
    }

    /// RFC 9110 §15.5.16 lets `Accept` say which media types would have been taken.
    ///
    /// - Parameter media: those types, at least one.
    static func unsupportedMediaType(_ media: [APIDescription.RequestRules.Media]) -> Refusal {
        let types = media.map(\.mediaType)
        return Refusal(
            .unsupportedMediaType,
            title: media == [.json] ? "The request's body must be JSON." : "The request's body is of a type that is not taken here.",
            detail: "Send the header field " + types.map { "'Content-Type: \($0)'" }.joined(separator: " or ") + ".",
            headers: [.accept: types.joined(separator: ", ")]
        )
    }
}

extension [HTTPRequest.Method] {
    /// The methods as the value of an `Allow` field (RFC 9110 §10.2.1).
    var fieldValue: String {
        map(\.rawValue).joined(separator: ", ")
    }
}

extension APIDescription.Idempotency.Place {
    /// The place in words.
    fileprivate var phrase: String {
        switch self {
        case .header(let name): "the header field '\(name)'"
        case .field(let name): "the field '\(name)' of the body"
        }
    }
}
