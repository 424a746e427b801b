/// Keys and data that go over plain HTTP are everybody's (RFC 9110 §17.1); only this machine talks to itself so.
package struct InsecureServer: AdvisoryRule {
    package static let name = "insecure-server"

    package func check(_ contract: Contract) -> [Diagnostic] {
        contract.servers.filter { !$0.isSecure }.map { server in
            Self.diagnostic("the server '\(server.name.value)' is called without TLS", at: server.url.span, help: "write https://")
        }
    }
}

extension Contract.Server {
    /// Whether requests are encrypted on their way, or have none (names of RFC 6761 §6.3 and RFC 6762 §3).
    fileprivate var isSecure: Bool {
        guard url.value.hasPrefix("http://") else { return true }
        let host = url.value.dropFirst("http://".count).prefix { $0 != "/" && $0 != ":" }.lowercased()
        return host == "localhost" || host.hasPrefix("127.") || [".localhost", ".local", ".test"].contains { host.hasSuffix($0) }
    }
}
