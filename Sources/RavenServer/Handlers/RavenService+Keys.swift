public import CharterRuntime
public import CharterServer
public import RavenModels
public import RavenRoutes

extension RavenService {
    /// The keys of the tenant, the newest first, without the keys themselves.
    public func listKeys(_ input: ListKeys.Input, caller: Caller) async throws -> Page<TenantKey> {
        let page = try await storage.keys(of: caller.ownTenant, input.page)
        return Page(items: try page.items.map(TenantKey.init), next: page.next)
    }

    /// A new key, which is shown this once.
    public func createKey(_ input: CreateKey.Input, caller: Caller, in transaction: Transaction) async throws -> CreatedKey {
        let now = now
        let draft = KeyDraft(
            service: input.body.name,
            tenant: try caller.ownTenant,
            rateLimitRpm: input.body.rateLimitRpm,
            createdBy: caller.user
        )
        let issued = try await KeyIssuer(.raven, now: { now }).issue(draft, in: transaction)
        return CreatedKey(key: issued.text, details: try TenantKey(issued.stored))
    }

    /// Takes a key back; one that was taken back before stays so from then on.
    public func revokeKey(_ input: RevokeKey.Input, caller: Caller) async throws -> TenantKey {
        let key = try await storage.effects.revokeKey(id: input.id.description, of: .tenant(caller.ownTenant), at: now)
        return try TenantKey(key.found())
    }
}

extension KeyDraft {
    /// What a key of a tenant is to be.
    ///
    /// - Parameters:
    ///   - name: What it is for.
    ///   - tenant: The tenant's slug.
    ///   - rateLimitRpm: Requests a minute; nil for as many as any key has.
    ///   - createdBy: Who has it made, or nil.
    public init(service name: String, tenant: String, rateLimitRpm: Int? = nil, createdBy: String? = nil) {
        let limits = rateLimitRpm.map { [TenantKey.rateField: $0] } ?? [:]
        self.init(kind: "live", name: name, tenant: tenant, limits: limits, createdBy: createdBy)
    }
}

extension TenantKey {
    /// The `override` of the limit `keyRate` in the contract.
    static let rateField = "rateLimitRpm"

    /// What is shown of a key that is kept.
    ///
    /// One that was made without a name, as on the command line, is called by its first characters.
    ///
    /// - Throws: ``UnshowableKey`` for one that was not issued as the keys of tenants are.
    init(_ key: StoredKey) throws(UnshowableKey) {
        guard let id = UniqueID(key.id), let createdAt = key.createdAt else { throw UnshowableKey(id: key.id) }
        self.init(
            id: id,
            name: key.name.flatMap { $0.isEmpty ? nil : String($0.unicodeScalars.prefix(Self.longestName)) } ?? key.displayPrefix,
            prefix: key.displayPrefix,
            rateLimitRpm: key.limits[Self.rateField],
            createdAt: createdAt,
            revokedAt: key.revokedAt
        )
    }

    /// As the contract has it (`types/TenantKey/fields/name/length`), in code points.
    private static let longestName = 120
}

/// A key lacks something that the API shows of every key; an error of whoever wrote it into the storage, not of a caller.
struct UnshowableKey: Error, Hashable, CustomStringConvertible {
    /// The public identifier of the key.
    let id: String

    var description: String { "the key '\(id)' has no UUID or no time: issue keys with createKey or 'raven-server keys create'" }
}
