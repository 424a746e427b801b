import CharterRuntime

/// One method on one path, with what it takes from its groups filled in.
package struct ResolvedEndpoint: Sendable {
    package var id: String
    package var method: Endpoint.Method
    package var path: PathPattern
    package var summary: String
    package var about: String?
    package var tag: String?
    package var auth: APIDescription.Requirement
    /// The credentials that it asks for, in the order in which it names them.
    package var credentials: [ResolvedCredential]
    package var scope: APIDescription.Requirement
    /// The kinds of key that may call, in the credentials' order.
    package var keyKinds: [ResolvedKeyKind]
    /// The tokens that may call, by the names of their credentials.
    package var tokens: [String]
    /// What opens the endpoint when it is presented at once, a key or token for each credential of an alternative.
    package var keySets: [[PresentedKey]]
    /// The roles of which callers with roles need one.
    package var roles: [String]
    package var tenancy: APIDescription.Tenancy.Reach
    /// Where its requests name their tenant, each place once; empty where they work on none.
    package var tenantPlaces: [APIDescription.Tenancy.Place]
    /// The limits that count its requests whatever the key.
    package var limits: [ResolvedLimit]
    package var paging: ResolvedPaging?
    /// How a call is repeated safely, or nil.
    package var idempotency: ResolvedIdempotency?
    /// What its results are wrapped in, or nil.
    package var envelope: APIDescription.Envelope?
    package var pathParameters: [SchemaProperty]
    /// The query parameters without those of paging.
    package var queryParameters: [SchemaProperty]
    /// The header fields it takes, without those of conventions.
    package var headerParameters: [SchemaProperty]
    /// The header fields that its requests may not have.
    package var forbiddenHeaders: [APIDescription.ForbiddenHeader] = []
    /// The names of those that it takes from the API, a group or a method.
    package var sharedHeaders: Set<String> = []
    package var requestBody: Schema?
    package var success: Success
    package var details = Details()
    package var failures: [Failure]
    package var extensions: [OrderedJSON.Member]
    /// The keys of the facts that the documentation does not state.
    package var assumed: [String]

    /// What is answered when all went well.
    ///
    /// Of a paged list, the body is the list.
    package struct Success: Sendable {
        package var status: Int
        /// Further statuses with the same body.
        package var otherStatuses: [Int] = []
        package var body: Schema?
        /// The header fields of the reply, beside those that follow from conventions.
        package var headers: [SchemaProperty] = []
        /// The path of what a 201 says was created, in `Location` (RFC 9110 §10.2.2); nil where it does not say it.
        package var location: PathPattern?
        /// Whether deleting what is gone already is a success.
        package var repeatsDeletion = false
    }

    /// A way to fail.
    package struct Failure: Sendable {
        package var status: Int
        package var code: String
        package var when: String
        /// The convention from which it follows; nil where the endpoint's own `fails:` states it.
        package var convention: Problem.Code?
        package var isAssumed: Bool

        /// Whether it follows from a convention.
        package var isDerived: Bool { convention != nil }
    }

    /// The type of a paged list's items; nil for anything else.
    package var pagedItem: Schema? {
        guard paging != nil, case .list(let item, _)? = success.body?.shape else { return nil }
        return item
    }
}

/// How a list is paged.
package struct ResolvedPaging: Sendable {
    package var description: APIDescription.Paging
    /// The relations that the `Link` header field has; empty where the body says it all.
    package var relations: [String]
    /// The keys of its facts that the documentation does not state.
    package var assumed: [String]
}
