import CharterRuntime
import HTTPTypes
import Testing

/// A request that breaks one convention of the closed API, and those that must be sent before it.
struct ClosedCall: Sendable {
    /// The convention, and the status with which it is usually answered.
    var breaks: Problem.Code?
    var method = HTTPRequest.Method.get
    var path: String
    /// Header fields beside the version of the API.
    var fields: KeyValuePairs<String, String> = [:]
    var body = ""
    /// The tenants' key of the call; nil for none.
    var key: String?
    /// The paths or bodies that are sent before, by the same caller.
    var earlier: [Earlier] = []
    var hasVersion = true

    /// What has been sent before.
    enum Earlier: Sendable {
        case same
        case body(String)
    }

    /// The requests to send, this one the last.
    var all: [ClosedCall] {
        earlier.map { earlier in
            var call = self
            if case .body(let text) = earlier { call.body = text }
            return call
        } + [self]
    }

    var headerFields: HTTPFields {
        var all = HTTPFields()
        func add(_ name: String, _ value: String) {
            if let name = HTTPField.Name(name) { all.append(HTTPField(name: name, value: value)) }
        }
        if hasVersion { add("X-Version", "2") }
        if let key { add("X-Key", key) }
        for (name, value) in fields { add(name, value) }
        return all
    }
}

extension ClosedCall: CustomTestStringConvertible {
    var testDescription: String { "\(method) \(path), which breaks \(breaks?.rawValue ?? "nothing")" }
}

extension ClosedCall {
    private static func listing(
        _ fault: Problem.Code,
        _ query: String = "",
        key: String? = "sk_good",
        with fields: KeyValuePairs<String, String> = ["X-Shop": "acme"]
    ) -> ClosedCall {
        ClosedCall(breaks: fault, path: "/list" + query, fields: fields, key: key)
    }

    private static func writing(
        _ fault: Problem.Code,
        _ body: String = #"{"text":"a"}"#,
        key: String? = "sk_good",
        with fields: KeyValuePairs<String, String> = ["X-Shop": "acme", "Once": "1"],
        after earlier: [Earlier] = []
    ) -> ClosedCall {
        ClosedCall(breaks: fault, method: .post, path: "/write", fields: fields, body: body, key: key, earlier: earlier)
    }

    /// A request for each convention, but for two that need time to pass.
    static let all: [ClosedCall] = [
        listing(.invalidParameter, "?q=toolong"), listing(.invalidCursor, "?cursor=none"), listing(.tenantMissing, with: [:]),
        listing(.credentialMissing, key: nil), listing(.credentialEmpty, key: ""), listing(.credentialMalformed, key: "x"),
        listing(.credentialRepeated, with: ["X-Shop": "acme", "X-Key": "sk_good"]), listing(.credentialUnknown, key: "sk_nobody"),
        listing(.credentialRevoked, key: "sk_revoked"), listing(.credentialExpired, key: "sk_expired"),
        listing(.credentialForeign, key: "tk_test"), listing(.foreignTenant, with: ["X-Shop": "other"]),
        listing(.tenantSuspended, with: ["X-Shop": "shut"]),
        writing(.keyKindForbidden, key: "pk_good"), writing(.insufficientScope, key: "sk_weak"),
        writing(.insufficientRole, key: "sk_guest"),
        writing(.malformedBody, "{"), writing(.invalidField, "{}"),
        writing(.bodyTooLarge, #"{"text":"\#(String(repeating: "a", count: 200))"}"#),
        writing(.unsupportedMediaType, with: ["X-Shop": "acme", "Once": "1", "Content-Type": "text/plain"]),
        writing(.idempotencyKeyMissing, with: ["X-Shop": "acme"]), writing(.idempotencyMismatch, after: [.body(#"{"text":"b"}"#)]),
        ClosedCall(breaks: .invalidPath, path: "/things/x"), ClosedCall(breaks: .invalidRequest, path: "/refused"),
        ClosedCall(breaks: .notFound, path: "/things/1"), ClosedCall(breaks: .unknownPath, path: "/nothing"),
        ClosedCall(breaks: .methodNotAllowed, method: .put, path: "/missing"),
        ClosedCall(breaks: .methodNotAllowed, method: .delete, path: "/openapi.json"),
        ClosedCall(breaks: .invalidParameter, method: .post, path: "/write", fields: ["X-Method": "BREW"]),
        ClosedCall(breaks: .versionMissing, path: "/missing", hasVersion: false),
        ClosedCall(breaks: .versionUnknown, path: "/missing", fields: ["X-Version": "9"], hasVersion: false),
        ClosedCall(breaks: .limitExceeded, path: "/throttled", earlier: [.same]),
        ClosedCall(breaks: .quotaExceeded, path: "/metered", earlier: [.same]), ClosedCall(breaks: .internalError, path: "/broken"),
        ClosedCall(breaks: .notImplemented, path: "/missing"),
    ]

    /// The conventions of which the time decides.
    static let timed: [Problem.Code] = [.requestTimeout, .idempotencyInFlight]
}
