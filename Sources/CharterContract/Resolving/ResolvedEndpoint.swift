/// One method on one path, with what it takes from its groups filled in.
package struct ResolvedEndpoint: Sendable {
    package var id: String
    package var method: Endpoint.Method
    package var path: PathPattern
    package var summary: String
    package var about: String?
    package var tag: String?
    package var credential: ResolvedCredential?
    package var scope: String?
    /// The kinds of key that may call, in the credential's order.
    package var keyKinds: [ResolvedKeyKind]
    /// The limits that count its requests whatever the key.
    package var limits: [ResolvedLimit]
    package var paging: ResolvedPaging?
    package var pathParameters: [SchemaProperty]
    /// The query parameters without those of paging.
    package var queryParameters: [SchemaProperty]
    package var requestBody: Schema?
    package var success: Success
    package var failures: [Failure]
    package var extensions: [OrderedJSON.Member]
    /// The keys of the facts that the documentation does not state.
    package var assumed: [String]

    /// What is answered when all went well.
    ///
    /// Of a paged list, the body is the list.
    package struct Success: Sendable {
        package var status: Int
        package var body: Schema?
    }

    /// A way to fail.
    package struct Failure: Sendable {
        package var status: Int
        package var code: String
        package var when: String
        /// Whether it follows from a convention; else the endpoint's own `fails:` states it.
        package var isDerived: Bool
        package var isAssumed: Bool
    }

    /// The type of a paged list's items; nil for anything else.
    package var pagedItem: Schema? {
        guard paging != nil, case .list(let item, _)? = success.body?.shape else { return nil }
        return item
    }
}

/// How a list is paged.
package struct ResolvedPaging: Sendable {
    package var name: String
    package var pageSizeParameter: String
    package var defaultPageSize: Int
    package var maximumPageSize: Int
    package var below: Pagination.OutOfRange
    package var above: Pagination.OutOfRange
    package var offsetParameter: String
    package var members: Members
    /// The keys of its facts that the documentation does not state.
    package var assumed: [String]

    /// The names of the members of a page.
    package struct Members: Sendable {
        package var items: String
        package var total: String?
        package var hasMore: String?
        package var pageSize: String?
        package var offset: String?
    }
}
