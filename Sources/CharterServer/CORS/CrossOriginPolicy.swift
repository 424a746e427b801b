import CharterRuntime
import HTTPTypes

/// What scripts of other origins may do with one endpoint.
struct CrossOriginPolicy: Hashable, Sendable {
    /// Whether they may call it.
    let isCallable: Bool
    /// The value of `Access-Control-Allow-Headers`: what their requests may have.
    let requestHeaders: String
    /// `Access-Control-Expose-Headers`: what they may read of replies; nil where that is nothing beside what they can read anyway.
    let exposed: HTTPField?

    /// Derives what holds from who may call.
    init(_ endpoint: APIDescription.Endpoint, of api: APIDescription, in environment: String?) {
        let alternatives = api.browserAlternatives(of: endpoint, in: environment)
        isCallable = !alternatives.isEmpty
        requestHeaders = api.requestHeaders(of: endpoint, with: alternatives).joined(separator: ", ")
        let replyHeaders = api.replyHeaders(of: endpoint)
        exposed = replyHeaders.isEmpty ? nil : HTTPField(name: .accessControlExposeHeaders, value: replyHeaders.joined(separator: ", "))
    }
}
