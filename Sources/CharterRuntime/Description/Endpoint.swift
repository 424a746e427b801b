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
        /// The name of the credential it asks for, or nil where anyone may call.
        public var credential: String?
        /// The scope the caller needs, or nil where any credential will do.
        public var scope: String?
        /// The kinds of key that can hold that scope and so may call; empty where no credential is asked for.
        public var keyKinds: [String]
        /// The limits that count this endpoint's requests, beside those of the caller's key.
        public var limits: [String]
        /// How its list is paged, or nil.
        public var paging: Paging?
        /// The parameters in the path, in the order of the path.
        public var pathParameters: [Parameter]
        /// The parameters in the query, without those of paging.
        public var queryParameters: [Parameter]
        /// The JSON body it takes, or nil.
        public var requestBody: RequestBody?
        /// What it answers when all went well.
        public var success: Success
        /// The failures that are special to this endpoint.
        public var failures: [Failure]

        /// Creates an endpoint.
        public init(
            id: String,
            method: Method,
            path: PathTemplate,
            summary: String,
            credential: String?,
            scope: String?,
            keyKinds: [String],
            limits: [String] = [],
            paging: Paging? = nil,
            pathParameters: [Parameter] = [],
            queryParameters: [Parameter] = [],
            requestBody: RequestBody? = nil,
            success: Success,
            failures: [Failure] = []
        ) {
            self.id = id
            self.method = method.onWire
            self.path = path
            self.summary = summary
            self.credential = credential
            self.scope = scope
            self.keyKinds = keyKinds
            self.limits = limits
            self.paging = paging
            self.pathParameters = pathParameters
            self.queryParameters = queryParameters
            self.requestBody = requestBody
            self.success = success
            self.failures = failures
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

    /// A named value in the path or the query of a request.
    public struct Parameter: Hashable, Sendable {
        /// The name, as it stands in the path or the query.
        public var name: String
        /// What values it takes: a scalar or an enumeration.
        public var schema: Schema
        /// Whether a request without it is refused.
        public var isRequired: Bool

        /// Creates a parameter.
        public init(name: String, schema: Schema, isRequired: Bool) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
        }
    }

    /// The JSON body of a request.
    public struct RequestBody: Hashable, Sendable {
        /// What the body holds.
        public var schema: Schema
        /// A body that fits the schema, as JSON text.
        public var example: String

        /// Creates a body.
        public init(schema: Schema, example: String) {
            self.schema = schema
            self.example = example
        }
    }

    /// What an endpoint answers when all went well.
    public struct Success: Hashable, Sendable {
        /// The status, 200 to 299.
        public var status: Int
        /// What the JSON body holds, or nil where there is none.
        ///
        /// Of a paged list this is the schema of one item.
        public var body: Schema?

        /// Creates a success.
        public init(status: Int, body: Schema?) {
            self.status = status
            self.body = body
        }
    }

    /// A documented way for a request to fail.
    public struct Failure: Hashable, Sendable {
        /// The status, 400 to 599.
        public var status: Int
        /// The code in the error body, stable for programs.
        public var code: String
        /// When it happens, in words.
        public var when: String

        /// Creates a failure.
        public init(status: Int, code: String, when: String) {
            self.status = status
            self.code = code
            self.when = when
        }
    }
}
