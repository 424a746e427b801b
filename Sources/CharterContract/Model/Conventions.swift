import CharterRuntime

/// What holds for an API as a whole, beside who calls and how lists are paged.
package struct Conventions: Sendable {
    package var plans: [Plan]
    package var limitHeaders: Located<APIDescription.LimitHeaders>?
    package var idempotency: [IdempotencyConvention]
    package var requests: Located<APIDescription.RequestRules>?
    /// The order of checks that the contract states, each with its place; empty where it states none.
    package var checkOrder: [Located<APIDescription.RequestRules.Stage>] = []
    package var json: Located<JSONSpelling>?
    package var responseHeaders: [ResponseHeader]
    package var envelope: Located<APIDescription.Envelope>?
    /// What stands beside single results alone, by path.
    package var singleExtras: [String: APIDescription.ResponseValue]
    /// What stands beside lists alone, paged or not, by path.
    package var listExtras: [String: APIDescription.ResponseValue]
    /// The path at which the API serves its own description.
    package var describedAt: Located<String>?
    package var versioning: Located<APIDescription.Versioning>?
    /// What a release may add; nil where nothing is said, which means anything.
    package var additions: Located<[Located<APIDescription.Addition>]>?
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

/// How the names of fields are spelled, what else is accepted, and what models are beside it.
package struct JSONSpelling: Sendable {
    /// The spelling of every field; nil where fields are as the contract writes them.
    package var names: Located<APIDescription.JSONStyle.Casing>?
    package var style: APIDescription.JSONStyle
    /// Whether models are `Codable` too.
    package var isCodable: Bool
}
