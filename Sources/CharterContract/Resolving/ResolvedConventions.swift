import CharterRuntime

/// What holds for an API as a whole, beside who calls and how lists are paged.
package struct ResolvedConventions: Sendable {
    package var plans: [ResolvedPlan]
    package var limitHeaders: APIDescription.LimitHeaders
    package var requests: APIDescription.RequestRules
    package var json: APIDescription.JSONStyle
    /// How every field is spelled; nil where fields are as the contract writes them.
    package var fieldNames: APIDescription.JSONStyle.Casing?
    package var responseHeaders: [ResolvedResponseHeader]
    package var versioning: APIDescription.Versioning?
    /// What a release may add; nil where the contract does not say.
    package var additions: [Conventions.Addition]?
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
