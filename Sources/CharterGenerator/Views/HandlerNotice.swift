/// What the compiler says of the handlers that a server lacks, as the last argument of `@available`.
enum HandlerNotice {
    /// Said where a default stands for a handler, be there none or one of another signature: the compiler itself shows only the name.
    static func missing(_ declaration: String) -> [String] {
        lines(
            "no handler `\(declaration)`: the endpoint is answered 501; a function of another signature is no handler; "
                + "`missingHandlers: fail` in charter.yaml makes this an error"
        )
    }

    /// Said where a server that has no handler with a transaction is given a store of them.
    static let unusedStore = lines(
        "no handler gets a transaction of this store: write one as the compiler's warnings at the type have it, "
            + "with `in transaction:`, or leave out `effects:`"
    )

    private static func lines(_ message: String) -> [String] {
        SwiftExpression.string(message).lines(prefix: "message: ", indentation: 8)
    }
}
