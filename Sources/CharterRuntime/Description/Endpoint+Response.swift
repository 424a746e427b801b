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
        /// Whether `Location` has the URL of what was created (RFC 9110 §10.2.2).
        public var hasLocation: Bool
        /// Whether deleting what is gone already is a success.
        public var repeatsDeletion: Bool

        /// Creates a success.
        public init(
            status: Int,
            otherStatuses: [Int] = [],
            body: Schema? = nil,
            headers: [Parameter] = [],
            hasLocation: Bool = false,
            repeatsDeletion: Bool = false
        ) {
            self.status = status
            self.otherStatuses = otherStatuses
            self.body = body
            self.headers = headers
            self.hasLocation = hasLocation
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
