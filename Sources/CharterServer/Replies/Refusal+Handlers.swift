import CharterRuntime

extension Refusal {
    /// 501: the server has no handler of the endpoint yet.
    ///
    /// It is no part of what an API promises. Where the API lists its error statuses and 501 is not among them, it is answered as any other failure of the server.
    public static let notImplemented = Refusal(
        .notImplemented,
        title: "The server cannot do this yet.",
        detail: "The API has this endpoint, and this server does not serve it so far."
    )
}
