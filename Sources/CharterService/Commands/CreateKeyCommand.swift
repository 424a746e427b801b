import ArgumentParser
import CharterRuntime
import CharterServer
import CharterSQLite

/// `keys create`: makes a key and shows it, this once.
struct CreateKeyCommand<Served: APIService>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "create",
            abstract: "Makes a key and prints it, this once: only its hash is kept.",
            discussion: CommandEnding.help
        )
    }

    @OptionGroup var database: DatabaseOptions<Served>

    @Option(help: "The kind of the key: \(Self.kinds.joined(separator: " or ")).")
    var kind: String?

    @Option(help: "The tenant that the key is to belong to.")
    var tenant: String?

    @Option(name: .customLong("scope"), help: "A scope that the key is to hold; may stand several times.")
    var scopes: [String] = []

    @Option(help: "What people call the key.")
    var name: String?

    @Option(
        name: .customLong("limit"),
        help: "A number of the key's own for a limit, such as \(Self.limitNames.first ?? "name")=120; may stand several times.",
        transform: Self.limit
    )
    var limits: [OwnLimit] = []

    @Option(help: "When the key ends, such as 2027-01-01T00:00:00Z; it never does by default.", transform: Self.instant)
    var expiresAt: Timestamp?

    func run() async throws {
        let kind = kind ?? Self.kinds.first.flatMap { Self.kinds.count == 1 ? $0 : nil }
        let opensEveryTenant = Served.api.credentials.compactMap { $0.kind(named: kind ?? "") }.contains(where: \.opensEveryTenant)
        if Served.api.tenancy != nil, !opensEveryTenant, tenant == nil { throw ValidationError("say with --tenant whose key it is to be") }
        if scopes.isEmpty, Self.scopelessKeysOpenNothing {
            throw ValidationError("say with --scope what the key is to open: \(Served.api.scopes.map(\.name).joined(separator: ", "))")
        }
        let (service, resources) = try database.openExisting()
        if let tenant, try await !service.hasTenant(tenant) {
            throw CommandRefusal("there is no \(Served.api.tenancy?.name ?? "tenant") '\(tenant)' in \(database.path)")
        }
        let draft = KeyDraft(
            kind: kind,
            name: name,
            scopes: Set(scopes),
            tenant: tenant,
            limits: Dictionary(limits.map { ($0.name, $0.number) }) { $1 },
            createdBy: "command line",
            expiresAt: expiresAt
        )
        try Served.check(draft)
        let key = try await KeyIssuer(Served.api).issue(draft, in: resources.store)
        // The key alone, so that a script can take it; what else there is to say goes to the other stream.
        Console.print(key.text)
        Console.note("note: its identifier is \(key.stored.id); the key is shown this once")
        try await resources.store.close()
    }

    /// Whether every endpoint asks for some scope.
    private static var scopelessKeysOpenNothing: Bool {
        !Served.api.scopes.isEmpty && Served.api.endpoints.allSatisfy { !Served.api.scopes([], satisfy: $0.scope) }
    }

    private static var kinds: [String] { Served.api.credentials.flatMap(\.kinds).map(\.name) }

    /// A number of the key's own, and the `override` of the limit that it is for.
    struct OwnLimit: Sendable {
        let name: String
        let number: Int
    }

    private static var limitNames: [String] { Served.api.limits.compactMap(\.override) }

    private static func limit(_ text: String) throws -> OwnLimit {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let number = Int(parts[1]) else {
            throw ValidationError("'\(text)' is no number for a limit, such as name=120")
        }
        return OwnLimit(name: parts[0], number: number)
    }

    private static func instant(_ text: String) throws -> Timestamp {
        guard let instant = Timestamp(text) else { throw ValidationError("'\(text)' is no instant such as 2027-01-01T00:00:00Z") }
        return instant
    }
}
