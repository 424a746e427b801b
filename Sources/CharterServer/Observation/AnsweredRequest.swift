import CharterRuntime
import Hummingbird

/// A reply, and why it is a refusal.
struct AnsweredRequest: Sendable {
    var response: Response
    /// The name of the convention, or the code of the endpoint's own failure; nil where the request was granted.
    var refusal: String?
}

extension Refusal {
    /// The name by which logs and metrics know it, of which there are no more than an API documents.
    func reason(at route: Route?) -> String {
        if let convention { return convention.rawValue }
        return route?.endpoint.failures.contains { $0.code == code } == true ? code : AttributeName.other
    }
}
