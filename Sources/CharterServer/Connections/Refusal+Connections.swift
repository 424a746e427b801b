import CharterRuntime

extension Refusal {
    /// 431 (RFC 6585 §5): the target and the fields of a request are larger than the server reads.
    static func headerTooLarge(_ limits: ConnectionLimits) -> Refusal {
        Refusal(
            status: 431,
            code: "header-too-large",
            title: "The request's header is too large.",
            detail: """
                It may have at most \(limits.headerSize) bytes and \(limits.fieldCount) fields, of which none, nor the URL, has more than \
                \(limits.fieldSize) bytes.
                """
        )
    }

    /// 400: what came is no header of HTTP/1.1.
    static let malformedHeader = Refusal(
        status: 400,
        code: "malformed-header",
        title: "The request's header cannot be read.",
        detail: "Send a request as RFC 9112 has it."
    )

    /// 400: a request of HTTP/1.1 does not say to which one host it goes (RFC 9112 §3.2).
    static let hostless = Refusal(
        status: 400,
        code: "malformed-header",
        title: "The request's header cannot be read.",
        detail: "A request of HTTP/1.1 has exactly one field 'Host'."
    )

    /// 400: the client has ended its side of the connection within a header (RFC 9112 §8).
    static let incompleteHeader = Refusal(
        status: 400,
        code: "incomplete-header",
        title: "The request's header is not whole.",
        detail: "The connection ended within it."
    )

    /// 408: a part of the request took too long to arrive.
    ///
    /// - Parameter event: What should have happened by then.
    static func requestTimeout(after time: Duration, until event: String) -> Refusal {
        let seconds = max(1, Int(time.components.seconds))
        return Refusal(
            .requestTimeout,
            title: "The request took too long.",
            detail: "It may take \(seconds == 1 ? "1 second" : "\(seconds) seconds") until \(event)."
        )
    }
}

extension APIDescription.ErrorFormat {
    /// The status by which a fault is told that the contract does not know: its own, or where statuses are closed the general one of its kind, if that is one of them;
    /// nil where neither is.
    func permitted(_ status: Int) -> Int? {
        [status, status < 500 ? 400 : self.status(of: .internalError)].first(where: permits)
    }
}
