extension Problem {
    /// The faults that follow from an API's conventions, by Charter's names; the contract's `fails:` adds those of single endpoints.
    ///
    /// An API may answer each with a status and a code of its own: see ``APIDescription/ErrorFormat``.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// 400: a parameter or a field of the body is missing or not as documented.
        case invalidRequest = "invalid-request"
        /// 400: a parameter in the path is not as documented.
        case invalidPath = "invalid-path"
        /// 400: a query parameter or a header field is missing or not as documented.
        case invalidParameter = "invalid-parameter"
        /// 400: a field of the body is missing or not as documented.
        case invalidField = "invalid-field"
        /// 400: the body is no JSON, or none that may be sent.
        case malformedBody = "malformed-body"
        /// 400: the cursor is not one that this list gave.
        case invalidCursor = "invalid-cursor"
        /// 401: no credential was sent.
        case credentialMissing = "credential-missing"
        /// 401: the place of the credential is empty.
        case credentialEmpty = "credential-empty"
        /// 401: the credential stands more than once.
        case credentialRepeated = "credential-repeated"
        /// 401: the text looks like no credential of the API.
        case credentialMalformed = "credential-malformed"
        /// 401: there is no such credential.
        case credentialUnknown = "credential-unknown"
        /// 401: the credential was taken back.
        case credentialRevoked = "credential-revoked"
        /// 401: the credential's time is over.
        case credentialExpired = "credential-expired"
        /// 401: the credential is one that other endpoints take.
        case credentialForeign = "credential-foreign"
        /// 403: keys of this kind cannot do this.
        case keyKindForbidden = "key-kind-forbidden"
        /// 403: the caller does not hold the scope.
        case insufficientScope = "insufficient-scope"
        /// 403: the caller does not have the role.
        case insufficientRole = "insufficient-role"
        /// 400: the request does not name its tenant.
        case tenantMissing = "tenant-missing"
        /// 403: the data belongs to another tenant than the caller.
        case foreignTenant = "foreign-tenant"
        /// 403: the tenant is suspended.
        case tenantSuspended = "tenant-suspended"
        /// 404: what the path names does not exist, or is not the caller's to know.
        case notFound = "not-found"
        /// 404: the API has no such path.
        case unknownPath = "unknown-path"
        /// 405: the path does not have this method.
        case methodNotAllowed = "method-not-allowed"
        /// 408: the request took too long.
        case requestTimeout = "request-timeout"
        /// 400: the request needs an idempotency key.
        case idempotencyKeyMissing = "idempotency-key-missing"
        /// 409: a request with the same idempotency key is at work.
        case idempotencyInFlight = "idempotency-in-flight"
        /// 422: the idempotency key was used for another payload.
        case idempotencyMismatch = "idempotency-mismatch"
        /// 413: the body is larger than the server accepts.
        case bodyTooLarge = "body-too-large"
        /// 415: the body is of a media type that the endpoint does not take.
        case unsupportedMediaType = "unsupported-media-type"
        /// 400: the request does not choose a version.
        case versionMissing = "version-missing"
        /// 400: the version that the request chooses is not served.
        case versionUnknown = "version-unknown"
        /// 429: a throttle is exceeded: the same request will pass a little later.
        case limitExceeded = "limit-exceeded"
        /// 429: a quota is used up: trying again soon is useless.
        case quotaExceeded = "quota-exceeded"
        /// 500: the server failed.
        case internalError = "internal-error"
        /// 501: the server has no handler of the endpoint yet.
        case notImplemented = "not-implemented"
        /// The status where a contract says no other.
        public var usualStatus: Int {
            switch self {
            case .invalidRequest, .invalidPath, .invalidParameter, .invalidField, .malformedBody, .invalidCursor, .tenantMissing,
                .idempotencyKeyMissing, .versionMissing, .versionUnknown:
                400
            case .credentialMissing, .credentialEmpty, .credentialRepeated, .credentialMalformed, .credentialUnknown,
                .credentialRevoked, .credentialExpired, .credentialForeign:
                401
            case .keyKindForbidden, .insufficientScope, .insufficientRole, .foreignTenant, .tenantSuspended: 403
            case .notFound, .unknownPath: 404
            case .methodNotAllowed: 405
            case .requestTimeout: 408
            case .idempotencyInFlight: 409
            case .bodyTooLarge: 413
            case .unsupportedMediaType: 415
            case .idempotencyMismatch: 422
            case .limitExceeded, .quotaExceeded: 429
            case .internalError: 500
            case .notImplemented: 501
            }
        }

        /// The fault of which this one is a kind, and as which it is answered where the API says nothing of it; nil of most.
        package var wider: Code? {
            switch self {
            case .invalidPath, .invalidParameter, .invalidField: .invalidRequest
            default: nil
            }
        }
    }
}
