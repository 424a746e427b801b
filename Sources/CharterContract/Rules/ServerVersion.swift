/// The version in a server's path is the major version of the contract; version 0 promises nothing and may be served anywhere.
package struct ServerVersion: AdvisoryRule {
    package static let name = "server-version"

    package func check(_ contract: Contract) -> [Diagnostic] {
        guard let major = Int(contract.version.value.prefix { $0 != "." }), major > 0 else { return [] }
        return contract.servers.compactMap { server in
            let parts = server.url.value.split(separator: "/").dropFirst(2)
            guard let version = parts.lazy.compactMap({ $0.first == "v" ? Int($0.dropFirst()) : nil }).first, version != major else {
                return nil
            }
            return Self.diagnostic(
                "the server '\(server.name.value)' serves version \(version), the contract is of version \(major)",
                at: server.url.span,
                notes: [Diagnostic.Note("the contract's version stands here", at: contract.version.span)],
                help: "write v\(major) in the URL, or mend the version"
            )
        }
    }
}
