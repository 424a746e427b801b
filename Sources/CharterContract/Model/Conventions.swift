import CharterRuntime

/// What holds for an API as a whole, beside who calls and how lists are paged.
package struct Conventions: Sendable {
    package var plans: [Plan]
    package var limitHeaders: Located<APIDescription.LimitHeaders>?
    package var idempotency: [IdempotencyConvention]
    package var requests: Located<APIDescription.RequestRules>?
    package var json: Located<JSONSpelling>?
    package var responseHeaders: [ResponseHeader]
    package var envelope: Located<APIDescription.Envelope>?
    package var versioning: Located<APIDescription.Versioning>?
    /// What a release may add; nil where nothing is said, which means anything.
    package var additions: Located<[Located<Addition>]>?

    /// What a new release may add to what is there.
    package enum Addition: String, CaseIterable, Sendable {
        case enumValues = "enum-values"
        case errorCodes = "error-codes"
        case fields
        case endpoints
        case optionalParameters = "optional-parameters"
    }
}

/// What a tenant subscribes to.
package struct Plan: Sendable {
    package var name: Located<String>
    package var about: String
}

/// A header field of every response.
package struct ResponseHeader: Sendable {
    package var name: Located<String>
    package var value: APIDescription.ResponseValue
}

/// How the names of fields are spelled, and what else is accepted.
package struct JSONSpelling: Sendable {
    /// The spelling of every field; nil where fields are as the contract writes them.
    package var names: Located<APIDescription.JSONStyle.Casing>?
    package var style: APIDescription.JSONStyle
    /// The paths of the facts that stand under `!assumed`.
    package var assumed: [String] = []
}
