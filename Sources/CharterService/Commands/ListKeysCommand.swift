import ArgumentParser
import CharterRuntime
import CharterServer
import CharterSQLite

/// `keys list`: shows what is known of keys.
struct ListKeysCommand<Served: APIService>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: "Shows the keys of a tenant, revoked and expired ones too; no key itself is kept.",
            discussion: CommandEnding.help
        )
    }

    @OptionGroup var database: DatabaseOptions<Served>

    @Option(help: Self.tenantHelp)
    var tenant: String?

    private static var tenantHelp: ArgumentHelp {
        Served.everyKeyHasTenant ? "The tenant whose keys to show." : "The tenant whose keys to show; those that belong to none by default."
    }

    func run() async throws {
        let (service, resources) = try database.openExisting()
        try await Served.checkTenant(tenant, of: service, in: database)
        var offset = 0
        while true {
            let page = try await resources.store.keys(of: tenant, OffsetPage(limit: 100, offset: offset))
            for key in page.items { Console.print(key.line(at: .now())) }
            offset += page.items.count
            if page.items.isEmpty || offset >= page.total ?? 0 { break }
        }
        try await resources.store.close()
    }
}

extension StoredKey {
    /// The key in one line, with tabs between: identifier, first characters, kind, scopes, state and name.
    fileprivate func line(at now: Timestamp) -> String {
        let state =
            if let revokedAt { "revoked \(revokedAt)" } else if let expiresAt {
                "\(expiresAt <= now ? "expired" : "until") \(expiresAt)"
            } else { "valid" }
        let columns = [id, displayPrefix + "…", kind ?? "-", scopes.sorted().joined(separator: ","), state, name ?? ""]
        return ListedLine(columns).description
    }
}
