/// How a server comes to its end once it was told to.
public struct ShutdownRules: Hashable, Sendable {
    /// How long it goes on as before, but for saying that it is not ready: until load balancers have heard of it and send their requests elsewhere.
    public var notice: Duration
    /// How long it then waits for requests that run, or nil for as long as they take.
    ///
    /// What is not answered by then is cancelled.
    public var patience: Duration?

    /// Creates rules.
    public init(notice: Duration = .zero, patience: Duration? = .seconds(30)) {
        self.notice = notice
        self.patience = patience
    }
}
