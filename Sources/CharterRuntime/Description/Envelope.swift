extension APIDescription {
    /// What results are wrapped in; nil where they stand alone.
    public struct Envelope: Hashable, Sendable {
        /// The member that holds a single result.
        public var single: String?
        /// The member that holds a list that is not paged.
        public var list: String?
        /// The member of a request's body that holds what is sent.
        public var request: String?
        /// Further members of a response, by their paths.
        public var extras: [String: ResponseValue]

        /// Creates an envelope.
        public init(
            single: String? = nil,
            list: String? = nil,
            request: String? = nil,
            extras: [String: ResponseValue] = [:]
        ) {
            self.single = single
            self.list = list
            self.request = request
            self.extras = extras
        }
    }

    /// What a server fills in by itself.
    public enum ResponseValue: Hashable, Sendable {
        /// The identifier of the request, the same in header, body and log.
        case requestID
        /// The version of the API that answered.
        case version
        /// The revision of the API that answered.
        case revision
        /// The time of the response.
        case time
        /// A fixed text.
        case text(String)
    }
}
