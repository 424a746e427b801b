extension APIDescription {
    /// How a call is repeated without being done twice.
    public struct Idempotency: Hashable, Sendable {
        /// The name of the convention in the contract.
        public var name: String
        /// Where a request carries its key.
        public var place: Place
        /// What a key may be.
        public var form: Schema
        /// Whether a request without a key is refused.
        public var isRequired: Bool
        /// For how many seconds a key is remembered, or nil for ever.
        public var retention: Int?
        /// Within what a key is unique.
        public var scope: [Partition]
        /// Whether the payload must be the same; otherwise the key alone decides.
        public var comparesPayload: Bool
        /// Which outcomes are remembered.
        public var remembers: Outcomes
        /// The header field that marks a replayed response with `true`, or nil where none does.
        public var replayHeader: String?

        /// Creates a convention.
        public init(
            name: String,
            place: Place,
            form: Schema,
            isRequired: Bool = false,
            retention: Int? = nil,
            scope: [Partition],
            comparesPayload: Bool = false,
            remembers: Outcomes,
            replayHeader: String? = nil
        ) {
            self.name = name
            self.place = place
            self.form = form
            self.isRequired = isRequired
            self.retention = retention
            self.scope = scope
            self.comparesPayload = comparesPayload
            self.remembers = remembers
            self.replayHeader = replayHeader
        }
    }
}

extension APIDescription.Idempotency {
    /// Where a request carries its key.
    public enum Place: Hashable, Sendable {
        /// A header field.
        case header(String)
        /// A member of the JSON body, beside the fields of what is created.
        case field(String)
    }

    /// Within what a key is unique.
    public enum Partition: String, Hashable, Sendable {
        /// One tenant.
        case tenant
        /// One credential.
        case key
        /// One person.
        case user
        /// One endpoint.
        case endpoint
    }

    /// Which outcomes are remembered.
    public enum Outcomes: String, Hashable, Sendable {
        /// Those with a status of 200 to 299.
        case successes = "success"
        /// All but those of 500 and above.
        case allButServerErrors = "all-but-500"
        /// All.
        case all
    }
}
