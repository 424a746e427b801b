extension APIDescription {
    /// A named value in the path, the query or a header field of a request.
    public struct Parameter: Hashable, Sendable {
        /// The name, as it stands in the request.
        public var name: String
        /// What values it takes: a scalar, an enumeration or a list of them.
        public var schema: Schema
        /// Whether a request without it is refused.
        public var isRequired: Bool
        /// How the values of a list are written.
        public var listStyle: ListStyle
        /// The value that a request has which leaves it out, as text, or nil.
        public var defaultValue: String?
        /// Whether a value that does not fit is as good as none; otherwise the request is refused.
        public var ignoresInvalid: Bool
        /// How a request is answered that lacks the parameter, where the API says it of this one.
        public var missing: ErrorFormat.Fault?
        /// How a value that does not fit is answered, where the API says it of this one.
        public var invalid: ErrorFormat.Fault?

        /// Creates a parameter.
        public init(
            name: String,
            schema: Schema,
            isRequired: Bool = false,
            listStyle: ListStyle = .repeated,
            defaultValue: String? = nil,
            ignoresInvalid: Bool = false,
            missing: ErrorFormat.Fault? = nil,
            invalid: ErrorFormat.Fault? = nil
        ) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
            self.listStyle = listStyle
            self.defaultValue = defaultValue
            self.ignoresInvalid = ignoresInvalid
            self.missing = missing
            self.invalid = invalid
        }
    }

    /// A header field that requests of an endpoint may not have.
    public struct ForbiddenHeader: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// How a request that has it is answered, where the API says it of this one.
        public var answer: ErrorFormat.Fault?

        /// Creates a field.
        public init(name: String, answer: ErrorFormat.Fault? = nil) {
            self.name = name
            self.answer = answer
        }
    }

    /// How the values of a list parameter are written.
    public enum ListStyle: String, Hashable, Sendable {
        /// `tag=a&tag=b`
        case repeated
        /// `tag=a,b`
        case comma
    }

    /// What must hold of several parameters together.
    public enum ParameterRule: Hashable, Sendable {
        /// The second is not before the first, and at most so many seconds behind it where that is said.
        case span(from: String, to: String, seconds: Int?)
        /// All are there, or none.
        case together([String])
        /// At most one is there.
        case atMostOne([String])
        /// Exactly one is there.
        case exactlyOne([String])
    }

    /// The body of a request.
    public struct RequestBody: Hashable, Sendable {
        /// What the body holds.
        public var schema: Schema
        /// A body that fits the schema, as JSON text.
        public var example: String
        /// The media types it may be sent in, at least one: the endpoint's own, or those of the API.
        public var media: [RequestRules.Media]
        /// The largest body in bytes, or nil where the API's own rules hold.
        public var size: Int?
        /// What an absent field and a null mean, where the body changes something; nil elsewhere.
        public var patch: Patch?
        /// Whether one that has none of the fields is refused, where the body changes something.
        public var refusesEmpty: Bool

        /// Creates a body.
        public init(
            schema: Schema,
            example: String,
            media: [RequestRules.Media] = [.json],
            size: Int? = nil,
            patch: Patch? = nil,
            refusesEmpty: Bool = false
        ) {
            self.schema = schema
            self.example = example
            self.media = media
            self.size = size
            self.patch = patch
            self.refusesEmpty = refusesEmpty
        }
    }

    /// What the body of a change means for what it does not mention, as the API says it.
    ///
    /// The change is the handler's: a server hands it the body as it came, and nothing is merged before.
    public enum Patch: String, Hashable, Sendable {
        /// Absent fields keep their value, nulls clear it, objects inside are merged (RFC 7396).
        case merge
        /// Absent fields keep their value, nulls clear it, objects inside are replaced.
        case replaceNested = "replace-nested"
    }
}
