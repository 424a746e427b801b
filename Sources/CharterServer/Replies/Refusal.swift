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
    init(
        status: Int,
        code: Problem.Code,
        title: String,
        detail: String? = nil,
        errors: [Problem.FieldFault] = [],
        headers: HTTPFields = [:]
    ) {
        self.init(status: status, code: code.rawValue, title: title, detail: detail, errors: errors, headers: headers)
    }

    /// The same refusal with words about this request.
    public func with(detail: String) -> Refusal {
        var copy = self
        copy.detail = detail
        return copy
    }
}
