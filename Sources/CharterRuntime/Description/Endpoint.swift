import HTTPTypes

extension APIDescription {
    /// One method on one path: what it needs, takes and answers.
    public struct Endpoint: Hashable, Sendable {
        /// The name of the endpoint in code and in OpenAPI (`operationId`).
        public var id: String
        /// The HTTP method.
        public var method: HTTPRequest.Method
        /// The path below the server's base URL.
        public var path: PathTemplate
        /// What the endpoint does, in a few words.
        public var summary: String
        /// The credentials that the caller presents.
        public var auth: Requirement
        /// The scopes that the caller holds.
        public var scope: Requirement
        /// The kinds of key that can hold the scope and so may call; empty where no key is asked for.
        public var keyKinds: [String]
        /// The roles of which callers with roles have one; empty where any will do.
        public var roles: [String]
        /// How it has to do with tenants.
        public var tenancy: Tenancy.Reach
        /// The limits that count this endpoint's requests, beside those of the caller's credential.
        public var limits: [String]
        /// How its list is paged, or nil.
        public var paging: Paging?
        /// How a call is repeated safely, or nil.
        public var idempotency: Idempotency?
        /// The parameters in the path, in the order of the path.
        public var pathParameters: [Parameter]
        /// The parameters in the query, without those of paging.
        public var queryParameters: [Parameter]
        /// The parameters in header fields, without those of credentials, tenancy, versions and idempotency.
        public var headerParameters: [Parameter]
        /// The header fields that its requests may not have.
        public var forbiddenHeaders: [ForbiddenHeader]
        /// What must hold of several parameters together.
        public var rules: [ParameterRule]
        /// What parameters leave of its list, as far as the contract says it.
        public var filters: [Filter]
        /// The JSON body it takes, or nil.
        public var requestBody: RequestBody?
        /// What it answers when all went well.
        public var success: Success
        /// What the result is wrapped in, or nil.
        public var envelope: Envelope?
        /// The failures that are special to this endpoint.
        public var failures: [Failure]
        /// Since when it should no longer be used, and until when it is served; nil where it is as good as any.
        public var deprecation: Deprecation?

        /// Creates an endpoint.
        public init(
            id: String,
            method: Method,
            path: PathTemplate,
            summary: String,
            auth: Requirement = .none,
            scope: Requirement = .none,
            keyKinds: [String] = [],
            roles: [String] = [],
            tenancy: Tenancy.Reach = .none,
            limits: [String] = [],
            paging: Paging? = nil,
            idempotency: Idempotency? = nil,
            pathParameters: [Parameter] = [],
            queryParameters: [Parameter] = [],
            headerParameters: [Parameter] = [],
            forbiddenHeaders: [ForbiddenHeader] = [],
            rules: [ParameterRule] = [],
            filters: [Filter] = [],
            requestBody: RequestBody? = nil,
            success: Success,
            envelope: Envelope? = nil,
            failures: [Failure] = [],
            deprecation: Deprecation? = nil
        ) {
            self.id = id
            self.method = method.onWire
            self.path = path
            self.summary = summary
            self.auth = auth
            self.scope = scope
            self.keyKinds = keyKinds
            self.roles = roles
            self.tenancy = tenancy
            self.limits = limits
            self.paging = paging
            self.idempotency = idempotency
            self.pathParameters = pathParameters
            self.queryParameters = queryParameters
            self.headerParameters = headerParameters
            self.forbiddenHeaders = forbiddenHeaders
            self.rules = rules
            self.filters = filters
            self.requestBody = requestBody
            self.success = success
            self.envelope = envelope
            self.failures = failures
            self.deprecation = deprecation
        }
    }

    /// The methods that endpoints can have, named here so that a description needs no other module.
    public enum Method: String, Hashable, Sendable {
        /// `GET`
        case get = "GET"
        /// `POST`
        case post = "POST"
        /// `PUT`
        case put = "PUT"
        /// `PATCH`
        case patch = "PATCH"
        /// `DELETE`
        case delete = "DELETE"

        /// The method as HTTP types have it.
        public var onWire: HTTPRequest.Method {
            switch self {
            case .get: .get
            case .post: .post
            case .put: .put
            case .patch: .patch
            case .delete: .delete
            }
        }
    }
}
