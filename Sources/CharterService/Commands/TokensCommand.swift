public import ArgumentParser
import CharterBearer
import CharterRuntime
import CharterRuntime
import CharterServer
import CharterSQLite

/// `tokens`: issues tokens for development, for APIs whose callers have some.
public struct TokensCommand<Served: APIService>: AsyncParsableCommand {
    /// What the command is called, and what its help says.
    public static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "tokens",
            abstract: "Issues tokens for development, and takes tokens back.",
            discussion: CommandEnding.help,
            subcommands: [IssueTokenCommand<Served>.self, RevokeTokenCommand<Served>.self]
        )
    }

    /// Creates a command that is not read yet.
    public init() {}
}

/// `tokens issue`: signs a token with the secret of the service.
struct IssueTokenCommand<Served: APIService>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "issue",
            abstract: "Prints a token that a server with the same secret takes.",
            discussion: CommandEnding.help
        )
    }

    @OptionGroup var database: DatabaseOptions<Served>

    @Option(help: "Who is to call: the 'sub' of the token, or what the service knows the person by, such as an e-mail address.")
    var user: String

    @Option(help: "A tenant that the person belongs to, and the roles there: acme-co or acme-co=owner,member; may stand several times.")
    var tenant: [String] = []

    @Option(name: .customLong("scope"), help: "A scope that the token is to hold; may stand several times.")
    var scopes: [String] = []

    @Option(name: .customLong("claim"), help: "Another claim, such as name=Ada; may stand several times.")
    var claims: [String] = []

    @Option(help: "After how many seconds the token ends.")
    var lifetime = 3_600

    func validate() throws {
        guard (1...Self.longestLifetime).contains(lifetime) else {
            throw ValidationError("--lifetime must be 1 to \(Self.longestLifetime), which is a year")
        }
        guard !user.isEmpty else { throw ValidationError("--user must not be empty") }
        for claim in claims where claim.firstIndex(of: "=") ?? claim.startIndex == claim.startIndex {
            throw ValidationError("--claim needs a name and a value, such as name=Ada")
        }
    }

    func run() async throws {
        let (service, resources) = try database.open()
        let party = Served.tokenParty
        let issuer = TokenIssuer(secret: try database.secret.ofTokens, issuer: party, audience: party, lifetime: lifetime)
        var said = try service.claims.values(of: caller(try await service.subject(of: user)))
        for claim in claims {
            let parts = claim.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            said[String(parts[0])] = .string(String(parts[1]))
        }
        let id = UniqueID().description
        if said["jti"] == nil { said["jti"] = .string(id) }
        Console.print(try issuer.token(said))
        if said["jti"] == .string(id) { Console.note("note: its 'jti', for 'tokens revoke', is \(id)") }
        try await resources.store.close()
    }

    /// A year, in seconds: such tokens are for development.
    private static var longestLifetime: Int { 31_536_000 }

    private func caller(_ subject: String) -> Caller {
        var roles: [String: Set<String>] = [:]
        for entry in tenant {
            let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
            let names = parts.count == 2 ? parts[1].split(separator: ",").map(String.init) : []
            roles[parts.first ?? "", default: []].formUnion(names)
        }
        let tenants = roles.keys.sorted()
        return Caller(
            keyID: nil,
            kind: nil,
            scopes: Set(scopes),
            roles: CallerRoles(byTenant: roles),
            user: subject,
            tenant: tenants.count == 1 ? tenants[0] : nil,
            otherTenants: tenants.count == 1 ? [] : Set(tenants)
        )
    }
}
