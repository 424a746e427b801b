extension APIDescription {
    /// The form of every error body, and the API's own words for what follows from its conventions.
    public struct ErrorFormat: Hashable, Sendable {
        /// The media type of an error body.
        public var mediaType: String
        /// What the body holds.
        public var body: ErrorValue
        /// Whether a reply names the first fault of a request only.
        public var reportsFirstFaultOnly: Bool
        /// How the place of a fault in the body is written.
        public var fieldPaths: FieldPaths
        /// The API's own status, code and wording for faults, where they are not the usual ones.
        public var faults: [Fault]
        /// The only error statuses there are; empty where the API does not say.
        public var closedStatuses: [Int]

        /// Creates a form.
        public init(
            mediaType: String,
            body: ErrorValue,
            reportsFirstFaultOnly: Bool = false,
            fieldPaths: FieldPaths = .dots,
            faults: [Fault] = [],
            closedStatuses: [Int] = []
        ) {
            self.mediaType = mediaType
            self.body = body
            self.reportsFirstFaultOnly = reportsFirstFaultOnly
            self.fieldPaths = fieldPaths
            self.faults = faults
            self.closedStatuses = closedStatuses
        }

        /// RFC 9457 problem details, as ``Problem`` has them.
        public static let problem = ErrorFormat(
            mediaType: "application/problem+json",
            body: .object([
                .init("type", .type), .init("title", .title), .init("status", .status), .init("detail", .message, isRequired: false),
                .init("code", .code),
                .init(
                    "errors",
                    .faults(.object([.init("field", .faultField), .init("message", .faultMessage)])),
                    isRequired: false
                ),
            ])
        )

        /// The status of a fault.
        public func status(of code: Problem.Code) -> Int {
            words(for: code)?.status ?? code.usualStatus
        }

        /// What programs tell a fault by.
        public func text(of code: Problem.Code) -> String {
            words(for: code)?.code ?? (code.wider ?? code).rawValue
        }

        /// The API's own words for a fault, or nil where all of them are the usual ones.
        package func words(for code: Problem.Code) -> Fault? {
            let own = faults.first { $0.kind == code }
            guard let wider = code.wider, let other = faults.first(where: { $0.kind == wider }) else { return own }
            return own.map { $0.filled(from: other) } ?? other
        }

        /// How a fault is answered: as the parameter says that is at fault, else by the API's own words, else as usual.
        ///
        /// Faults that are answered alike have equal answers.
        package func answer(to code: Problem.Code, _ own: Fault? = nil) -> Fault {
            let words = words(for: code)
            let usual = Fault(kind: code.wider ?? code, status: status(of: code), code: text(of: code), message: words?.message)
            return own.map { Fault(kind: usual.kind, status: $0.status, code: $0.code, message: $0.message).filled(from: usual) } ?? usual
        }
    }
}

extension APIDescription {
    /// What stands somewhere in an error body.
    public indirect enum ErrorValue: Hashable, Sendable {
        /// An object.
        case object([ErrorMember])
        /// A list with one element for each fault of the request, or one for all where none has a field.
        case faults(ErrorValue)
        /// The kind of error for programs.
        case code
        /// The kind of error in words.
        case title
        /// What is wrong with this request.
        case message
        /// The HTTP status, as a number.
        case status
        /// A URI that names the kind of error.
        case type
        /// When it happened.
        case time
        /// The path of the request.
        case path
        /// The method of the request.
        case method
        /// The identifier of the request.
        case requestID
        /// How many seconds to wait.
        case retryAfter
        /// Where a fault is.
        case faultField
        /// What a fault is, in words.
        case faultMessage
        /// What a fault is, for programs.
        case faultCode
        /// A fixed text.
        case text(String)
    }

    /// A member of an error body.
    public struct ErrorMember: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// What it holds.
        public var value: ErrorValue
        /// Whether it is there always; otherwise only where there is something to say.
        public var isRequired: Bool

        /// Creates a member.
        public init(_ name: String, _ value: ErrorValue, isRequired: Bool = true) {
            self.name = name
            self.value = value
            self.isRequired = isRequired
        }
    }
}

extension APIDescription.ErrorFormat {
    /// How the place of a fault in the body is written.
    public enum FieldPaths: String, Hashable, Sendable {
        /// `tiers[2].price`
        case dots
        /// `/tiers/2/price` (RFC 6901)
        case pointer
        /// `tiers[2][price]`
        case brackets
    }

    /// An API's own words for a fault; nil where they are the usual ones.
    public struct Fault: Hashable, Sendable {
        /// The fault, by Charter's name.
        public var kind: Problem.Code
        /// The status, 400 to 599.
        public var status: Int?
        /// The code in the body.
        public var code: String?
        /// The message in the body.
        public var message: String?

        /// Creates the words for a fault.
        public init(kind: Problem.Code, status: Int? = nil, code: String? = nil, message: String? = nil) {
            self.kind = kind
            self.status = status
            self.code = code
            self.message = message
        }

        /// The same with another's words where it has none.
        fileprivate func filled(from other: Fault) -> Fault {
            Fault(kind: kind, status: status ?? other.status, code: code ?? other.code, message: message ?? other.message)
        }
    }
}
