import CharterRuntime

/// What holds for an API as a whole, beside who calls and how lists are paged.
package struct ResolvedConventions: Sendable {
    package var plans: [ResolvedPlan]
    package var limitHeaders: APIDescription.LimitHeaders
    package var requests: APIDescription.RequestRules
    package var json: APIDescription.JSONStyle
    /// Whether models are `Codable` too.
    package var hasCodableModels: Bool
    package var responseHeaders: [ResolvedResponseHeader]
    package var versioning: APIDescription.Versioning?
    /// The path at which the API serves its own description; nil where it does not.
    package var describedAt: String?
    /// What a release may add; nil where the contract does not say.
    package var additions: [APIDescription.Addition]?
}

/// A header field of every response.
package struct ResolvedResponseHeader: Sendable {
    package var name: String
    package var value: APIDescription.ResponseValue
}

/// What a tenant subscribes to.
package struct ResolvedPlan: Sendable {
    package var name: String
    package var about: String
}

/// How often something may be done.
package struct ResolvedLimit: Sendable {
    package var description: APIDescription.Limit
    package var about: String?

    package var name: String { description.name }
}

/// A way in which a call is repeated safely.
package struct ResolvedIdempotency: Sendable {
    package var description: APIDescription.Idempotency
    /// What a key may be.
    package var form: Schema
    package var about: String?
    /// The keys of its facts that the documentation does not state.
    package var assumed: [String]
}
