extension APIDescription {
    /// What an endpoint answers when all went well.
    public struct Success: Hashable, Sendable {
        /// The status, 200 to 299.
        public var status: Int
        /// Further statuses with the same body.
        public var otherStatuses: [Int]
        /// What the JSON body holds, or nil where there is none.
        ///
        /// Of a paged list this is the schema of one item.
        public var body: Schema?
        /// The header fields of the response, beside those that follow from conventions.
        public var headers: [Parameter]
        /// The path of what a 201 says was created, in `Location` (RFC 9110 §10.2.2); nil where it does not say it.
        ///
        /// Below the endpoint's own path, the parameters of that path keep their values. Every other one is the member of the body of its
        /// name, or else the request's path parameter of that name.
        public var location: PathTemplate?
        /// Whether deleting what is gone already is a success.
        public var repeatsDeletion: Bool

        /// Creates a success.
        public init(
            status: Int,
            otherStatuses: [Int] = [],
            body: Schema? = nil,
            headers: [Parameter] = [],
            location: PathTemplate? = nil,
            repeatsDeletion: Bool = false
        ) {
            self.status = status
            self.otherStatuses = otherStatuses
            self.body = body
            self.headers = headers
            self.location = location
            self.repeatsDeletion = repeatsDeletion
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

    /// How long an endpoint is still served.
    public struct Deprecation: Hashable, Sendable {
        /// The day from which it should no longer be used, as `2026-05-01`, or nil where it is not said.
        public var since: String?
        /// The day on which it goes away, as `2026-12-31`, or nil where it is not said (RFC 8594).
        public var sunset: String?
        /// The id of the endpoint to use instead, or nil.
        public var successor: String?

        /// Creates a deprecation.
        public init(since: String? = nil, sunset: String? = nil, successor: String? = nil) {
            self.since = since
            self.sunset = sunset
            self.successor = successor
        }
    }
}
