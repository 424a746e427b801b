import CharterRuntime

/// What scripts of other origins may do with one endpoint.
struct CrossOriginPolicy: Hashable, Sendable {
    /// Whether they may call it.
    let isCallable: Bool
    /// The value of `Access-Control-Allow-Headers`: what their requests may have.
    let requestHeaders: String
    /// The value of `Access-Control-Expose-Headers`: what they may read of replies.
    let replyHeaders: String

    /// Derives what holds from who may call.
    init(_ endpoint: APIDescription.Endpoint, of api: APIDescription, in environment: String?) {
        let alternatives = api.browserAlternatives(of: endpoint, in: environment)
        isCallable = !alternatives.isEmpty
        requestHeaders = api.requestHeaders(of: endpoint, with: alternatives).joined(separator: ", ")
        replyHeaders = api.replyHeaders(of: endpoint).joined(separator: ", ")
    }
}
