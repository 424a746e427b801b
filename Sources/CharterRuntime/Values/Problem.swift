/// An error body: RFC 9457 problem details, with a code for programs and the faults of single fields.
public struct Problem: Hashable, Sendable, Codable {
    /// A URI that names the kind of problem; `about:blank` where the status says it all (RFC 9457 §4.2.1).
    public var type: String
    /// The kind of problem in a few words, the same for every occurrence.
    public var title: String
    /// The HTTP status of the reply.
    public var status: Int
    /// What is wrong with this request and how to mend it.
    public var detail: String?
    /// The kind of problem for programs: stable, in kebab case.
    public var code: String
    /// The fields that are at fault; empty or absent where no single field is.
    public var errors: [FieldFault]?

    /// Creates a problem.
    public init(
        type: String = "about:blank",
        title: String,
        status: Int,
        detail: String? = nil,
        code: String,
        errors: [FieldFault]? = nil
    ) {
        self.type = type
        self.title = title
        self.status = status
        self.detail = detail
        self.code = code
        self.errors = errors
    }

    /// What is wrong with one field of a request.
    public struct FieldFault: Hashable, Sendable, Codable {
        /// Where the field is: `query.limit`, `path.tag` or, in the body, `startsAt`, `tiers[2].price` and `texts["a.b"]`.
        public var field: String
        /// What was expected there.
        public var message: String

        /// Creates a fault.
        public init(field: String, message: String) {
            self.field = field
            self.message = message
        }
    }
}
