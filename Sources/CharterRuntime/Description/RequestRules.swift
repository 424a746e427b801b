extension APIDescription {
    /// How requests are read, and in which order they are checked.
    public struct RequestRules: Hashable, Sendable {
        /// The checks, in the order in which the first one that fails decides the answer.
        public var order: [Stage]
        /// What an unknown query parameter gets.
        public var unknownQuery: Unknown
        /// What a query parameter gets that stands more than once.
        public var repeatedQuery: Repeated
        /// What a query parameter without text stands for.
        public var emptyQuery: Empty
        /// What an unknown field of the body gets.
        public var unknownFields: UnknownFields
        /// The largest body, in bytes.
        public var bodySize: Int
        /// How deep objects and lists may be nested in a body.
        public var bodyDepth: Int
        /// The media types of bodies; of each endpoint, `APIDescription.RequestBody.media` says them.
        public var media: [Media]
        /// How many seconds a request may take, or nil where it is not said.
        public var seconds: Int?
        /// The header field by which a POST stands for another method, or nil where none does.
        public var methodOverride: String?
        /// Whether HEAD is refused where GET is served.
        public var refusesHead: Bool
        /// Whether OPTIONS is refused.
        public var refusesOptions: Bool

        /// Creates rules.
        public init(
            order: [Stage] = Stage.allCases,
            unknownQuery: Unknown = .ignore,
            repeatedQuery: Repeated = .reject,
            emptyQuery: Empty = .value,
            unknownFields: UnknownFields = .ignore,
            bodySize: Int = 1_048_576,
            bodyDepth: Int = 64,
            media: [Media] = [.json],
            seconds: Int? = nil,
            methodOverride: String? = nil,
            refusesHead: Bool = false,
            refusesOptions: Bool = false
        ) {
            self.order = order
            self.unknownQuery = unknownQuery
            self.repeatedQuery = repeatedQuery
            self.emptyQuery = emptyQuery
            self.unknownFields = unknownFields
            self.bodySize = bodySize
            self.bodyDepth = bodyDepth
            self.media = media
            self.seconds = seconds
            self.methodOverride = methodOverride
            self.refusesHead = refusesHead
            self.refusesOptions = refusesOptions
        }
    }
}

extension APIDescription.RequestRules {
    /// A check of a request, behind those of path and method.
    public enum Stage: String, Hashable, Sendable, CaseIterable {
        /// Who calls.
        case credentials
        /// Whether keys of this kind may.
        case kind
        /// Whether the caller holds the scope.
        case scope
        /// Whether the data is the caller's, and its tenant is served.
        case tenant
        /// Whether the caller has the role there.
        case role
        /// Whether it calls too fast.
        case throttles
        /// Whether the body is too large.
        case size
        /// Whether the body is of a type that is taken.
        case mediaType = "media-type"
        /// Whether path, query and header fields are as documented.
        case parameters
        /// Whether the body is.
        case body
        /// Whether the request was made before.
        case idempotency
        /// Whether the caller has used up what it has.
        case quotas
    }

    /// What an unknown name gets.
    public enum Unknown: String, Hashable, Sendable {
        /// Nothing: it is not looked at.
        case ignore
        /// The request is refused.
        case reject
    }

    /// What a name gets that stands more than once.
    public enum Repeated: String, Hashable, Sendable {
        /// The request is refused.
        case reject
        /// The first value counts.
        case first
        /// The last value counts.
        case last
    }

    /// What a name without text stands for.
    public enum Empty: String, Hashable, Sendable {
        /// An empty text, which the type may refuse.
        case value
        /// Nothing, as if the name were not there.
        case absent
        /// The request is refused.
        case reject
    }

    /// What unknown fields of a body get.
    public enum UnknownFields: String, Hashable, Sendable {
        /// Nothing: they are not looked at.
        case ignore
        /// The request is refused.
        case reject
        /// The request is refused for those of the outermost object, and the others are not looked at.
        case rejectAtTop = "reject-top"
    }

    /// A media type of bodies.
    public enum Media: String, Hashable, Sendable {
        /// `application/json` (RFC 8259).
        case json
        /// `application/x-www-form-urlencoded`.
        case form
        /// `multipart/form-data` (RFC 7578).
        case multipart
    }
}
