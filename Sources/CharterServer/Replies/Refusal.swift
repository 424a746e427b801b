import CharterRuntime
import HTTPTypes

/// A request that is not granted: what a handler throws to answer with an error that the API documents.
///
/// It becomes an error body of the API's form. Every other error that a handler throws is answered 500 without a word of its cause.
public struct Refusal: Error, Hashable, Sendable {
    /// The status, 400 to 599.
    public var status: Int
    /// The kind of refusal for programs: stable, in kebab case.
    public var code: String
    /// The kind of refusal in a few words, the same for every occurrence.
    public var title: String
    /// What is wrong with this request and how to mend it.
    public var detail: String?
    /// The fields that are at fault; empty where no single field is.
    public var errors: [Problem.FieldFault]
    /// Header fields to send with the error, such as `Retry-After`.
    public var headers: HTTPFields
    /// The convention from which it follows; nil where the contract documents it for single endpoints.
    private(set) var convention: Problem.Code?
    /// How the API answers it, where it says so of the very parameter that is at fault.
    var answer: APIDescription.ErrorFormat.Fault?
    /// After how many seconds a limit lets the request pass, whether or not `Retry-After` says it; nil where no limit refuses it.
    var retryAfter: Int?

    /// Creates a refusal.
    ///
    /// - Precondition: The status is an error status, 400 to 599.
    public init(
        status: Int,
        code: String,
        title: String,
        detail: String? = nil,
        errors: [Problem.FieldFault] = [],
        headers: HTTPFields = [:]
    ) {
        precondition((400...599).contains(status), "\(status) is no error status")
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.errors = errors
        self.headers = headers
    }

    /// Creates a refusal that follows from a convention of the API.
    ///
    /// The API's own status and words for it are put in where it is answered.
    init(
        _ convention: Problem.Code,
        status: Int? = nil,
        title: String,
        detail: String? = nil,
        errors: [Problem.FieldFault] = [],
        headers: HTTPFields = [:]
    ) {
        self.init(
            status: status ?? convention.usualStatus,
            code: convention.rawValue,
            title: title,
            detail: detail,
            errors: errors,
            headers: headers
        )
        self.convention = convention
    }

    /// The same refusal with words about this request.
    public func with(detail: String) -> Refusal {
        var copy = self
        copy.detail = detail
        return copy
    }

    /// The refusal as the API words it.
    func worded(by format: APIDescription.ErrorFormat) -> Refusal {
        var copy = self
        if format.reportsFirstFaultOnly { copy.errors = Array(errors.prefix(1)) }
        guard let convention else { return copy }
        // Where an API lists its error statuses, a caller sees no other: 501 is no promise that anybody made.
        if convention == .notImplemented, !format.permits(format.status(of: convention)) { return Refusal.internalError.worded(by: format) }
        let own = format.words(for: convention)
        // Some conventions, such as tenancy, have a status of their own.
        copy.status = answer?.status ?? own?.status ?? status
        copy.code = answer?.code ?? format.text(of: convention)
        copy.detail = answer?.message ?? own?.message ?? detail
        return copy
    }
}

extension APIDescription.ErrorFormat {
    /// Whether an error may have the status.
    func permits(_ status: Int) -> Bool {
        closedStatuses.isEmpty || closedStatuses.contains(status)
    }
}
