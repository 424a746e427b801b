import CharterRuntime

/// A refusal of which its caller is told as of a failure of the server.
struct RefusedAsFailure: Error, CustomStringConvertible {
    let refusal: Refusal
    /// The endpoint's id; nil where the request found none.
    let endpoint: String?

    var description: String {
        let request = endpoint.map { "'\($0)'" } ?? "a request"
        if refusal.convention == .notImplemented {
            return "\(request) has no handler, and 501 is no status of 'closed' in the contract: write the handler, or add the status there"
        }
        return "\(request) was refused by \(refusal.status) '\(refusal.code)': \(refusal.detail ?? refusal.title)"
    }
}
