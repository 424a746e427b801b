import CharterRuntime
import CharterServer
import RavenModels
import RavenRoutes
import SampleServers

/// Raven Cloud in miniature: the whole API over tenants in memory, the same from one run to the next.
///
/// Its clock stands still and its identifiers count up. It issues the keys of its tenants itself, so that a key works from the reply that
/// shows it to the one that says it is revoked.
actor InMemoryRaven: RavenAPI {
    /// The instant at which everything happens.
    static let now = Timestamp(sample: "2026-09-30T16:20:00.250Z")

    /// By slug.
    private var workspaces: [String: Workspace]
    /// By the identifier of the person.
    private var accounts: [String: Account]
    private var issuedKeys: [KeyHash: StoredKey] = [:]
    private let tokens: InMemoryTokenVerifier
    private var ids = SerialIDs(series: 900)

    /// Creates a server.
    ///
    /// - Parameter tokens: What knows the tokens of the accounts, and learns of the tenants that they make.
    init(_ workspaces: [Workspace], keys: [SampleKey], accounts: [Account], tokens: InMemoryTokenVerifier) {
        self.workspaces = Dictionary(uniqueKeysWithValues: workspaces.map { ($0.tenant.slug, $0) })
        self.accounts = Dictionary(uniqueKeysWithValues: accounts.map { ($0.person.id.description, $0) })
        self.tokens = tokens
        for account in accounts { tokens.add(account.token, for: account.caller) }
        for key in keys { issuedKeys[KeyHash(of: key.text)] = key.stored(at: Self.now) }
    }

    /// The data on which a request works.
    ///
    /// - Throws: ``Refusal/notFound`` if there is no such tenant.
    func workspace(of caller: Caller) throws -> Workspace {
        try caller.tenant.flatMap { workspaces[$0] }.orRefuse(.notFound)
    }

    /// Changes the data on which a request works; if the change throws, nothing has changed.
    func change<Result>(of caller: Caller, _ change: (inout Workspace) throws -> Result) throws -> Result {
        var workspace = try workspace(of: caller)
        let result = try change(&workspace)
        workspaces[workspace.tenant.slug] = workspace
        return result
    }

    /// Who has signed in.
    func account(of caller: Caller) throws -> Account {
        try caller.user.flatMap { accounts[$0] }.orRefuse(.notFound)
    }

    /// The tenants for which a person acts, suspended ones too.
    func tenants(of caller: Caller) throws -> [Tenant] {
        try account(of: caller).person.tenants.compactMap { workspaces[$0.tenant]?.tenant }
    }

    /// Adds a tenant, which the person who makes it owns.
    func add(_ tenant: Tenant, of caller: Caller) throws {
        guard workspaces[tenant.slug] == nil else { throw CreateTenant.Failure.slugTaken }
        var account = try account(of: caller)
        account.person.tenants.append(Membership(tenant: tenant.slug, role: "owner"))
        workspaces[tenant.slug] = Workspace(tenant: tenant)
        accounts[account.person.id.description] = account
        tokens.add(account.token, for: account.caller)
    }

    /// Takes a key from now on.
    func issue(_ text: String, _ key: StoredKey) {
        issuedKeys[KeyHash(of: text)] = key
    }

    /// Takes a key no longer.
    func revoke(id: UniqueID) {
        for (hash, key) in issuedKeys where key.id == id.description {
            issuedKeys[hash]?.revokedAt = key.revokedAt ?? Self.now
        }
    }

    /// An identifier that nothing has so far.
    func newID() -> UniqueID {
        ids.next()
    }
}

extension InMemoryRaven: TenantDirectory {
    func isSuspended(_ tenant: String) -> Bool {
        workspaces[tenant]?.tenant.status == .suspended
    }

    /// Everybody is on the free plan, the only one of which something is known.
    func subscription(of tenant: String) -> TenantSubscription {
        TenantSubscription(plan: "hatchling")
    }
}

extension InMemoryRaven: KeyStore {
    func key(hashed hash: KeyHash) -> StoredKey? {
        issuedKeys[hash]
    }
}
