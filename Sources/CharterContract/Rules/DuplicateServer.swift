/// Two names for one server make callers choose between equal things.
package struct DuplicateServer: AdvisoryRule {
    package static let name = "duplicate-server"

    package func check(_ contract: Contract) -> [Diagnostic] {
        var first: [String: Contract.Server] = [:]
        return contract.servers.compactMap { server in
            guard let other = first[server.url.value] else {
                first[server.url.value] = server
                return nil
            }
            return Self.diagnostic(
                "the servers '\(other.name.value)' and '\(server.name.value)' have the same URL",
                at: server.url.span,
                notes: [Diagnostic.Note("the other one stands here", at: other.url.span)],
                help: "keep one of them"
            )
        }
    }
}
