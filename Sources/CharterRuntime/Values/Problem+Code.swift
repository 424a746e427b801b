extension Problem {
    /// The codes of failures that follow from an API's conventions; the contract's `fails:` adds those of single endpoints.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// 400: a parameter or a field of the body is missing or not as documented.
        case invalidRequest = "invalid-request"
        /// 401: no key was sent.
        case credentialMissing = "credential-missing"
        /// 401: the header field of the key is empty.
        case credentialEmpty = "credential-empty"
        /// 401: the header field of the key stands more than once.
        case credentialRepeated = "credential-repeated"
        /// 401: the text begins like no key of the API.
        case credentialMalformed = "credential-malformed"
        /// 401: there is no such key.
        case credentialUnknown = "credential-unknown"
        /// 401: the key was taken back.
        case credentialRevoked = "credential-revoked"
        /// 401: the key's time is over.
        case credentialExpired = "credential-expired"
        /// 403: keys of this kind cannot do this.
        case keyKindForbidden = "key-kind-forbidden"
        /// 403: the key does not hold the scope.
        case insufficientScope = "insufficient-scope"
        /// 403: the key belongs to another tenant.
        case foreignTenant = "foreign-tenant"
        /// 404: what the path names does not exist, or is not the caller's to know.
        case notFound = "not-found"
        /// 404: the API has no such path.
        case unknownPath = "unknown-path"
        /// 405: the path does not have this method.
        case methodNotAllowed = "method-not-allowed"
        /// 413: the body is larger than the server accepts.
        case bodyTooLarge = "body-too-large"
        /// 415: the body is of a media type that the endpoint does not take.
        case unsupportedMediaType = "unsupported-media-type"
        /// 429: a limit is exceeded.
        case limitExceeded = "limit-exceeded"
        /// 500: the server failed.
        case internalError = "internal-error"
    }
}
