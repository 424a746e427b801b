public import CharterRuntime
public import CharterServer
public import RavenModels

/// What Raven Cloud keeps, whatever keeps it.
///
/// Handlers, deliveries and commands know this alone, so that another database is another folder beside `SQLite`. Everything that belongs to a tenant is asked for
/// together with that tenant's slug: there is no way to ask for another's.
///
/// Lists show the newest first, and of one instant the one that came last. Reading never waits for what writes.
public protocol RavenStorage<Effects>: TenantDirectory {
    /// What opens the transactions of handlers, and keeps keys together with what they write.
    associatedtype Effects: EffectStore & KeyStore & KeyRegistry where Effects.Transaction: RavenTransaction

    /// Where handlers write, and keys are kept.
    var effects: Effects { get }

    // MARK: Messages

    /// A part of a tenant's messages; empty where there is no such tenant.
    func messages(of tenant: String, _ page: CursorPage) async throws -> Page<Message>
    /// A message of a tenant, or nil.
    func message(_ id: UniqueID, of tenant: String) async throws -> Message?

    // MARK: Tenants and people

    /// A part of the tenants for which a person acts, suspended ones too.
    func tenants(of user: UniqueID, _ page: CursorPage) async throws -> Page<Tenant>
    /// A tenant, if the person acts for it.
    func tenant(_ id: UniqueID, of user: UniqueID) async throws -> Tenant?
    /// Whether there is a tenant with a slug.
    func hasTenant(_ slug: String) async throws -> Bool
    /// A person with the tenants for which they act, the oldest first; nil for somebody unknown.
    func person(_ id: UniqueID) async throws -> Person?
    /// What is known of whoever presents a token: one look for everything that a request needs.
    func bearer(of token: PresentedToken) async throws -> TokenBearer
    /// Learns of a person, unless there is one with that identifier.
    func add(_ person: NewPerson) async throws

    // MARK: Keys

    /// A part of a tenant's keys, revoked ones too.
    func keys(of tenant: String, _ page: CursorPage) async throws -> Page<StoredKey>

    // MARK: Deliveries

    /// Takes deliveries on which something is due, the longest due first: nobody else gets them until an instant.
    ///
    /// - Parameters:
    ///   - now: Whatever is due by then.
    ///   - end: When whoever took them is taken for dead.
    ///   - count: The most that are taken.
    ///   - damaged: Hears of each that cannot be read; it is put off as the others are, and keeps none of them waiting.
    func takeDeliveries(
        dueBy now: Timestamp,
        until end: Timestamp,
        atMost count: Int,
        damaged: @Sendable (any Error) -> Void
    ) async throws -> [Delivery]
    /// Writes down what became of deliveries that were taken, all at once.
    func settle(_ outcomes: [DeliveryOutcome]) async throws

    // MARK: What those do who run Raven Cloud

    /// Tenants in the order of their slugs.
    ///
    /// - Parameter last: The slug behind which to begin; nil for the first.
    func tenants(after last: String?, atMost count: Int) async throws -> [TenantLine]
    /// The people with an e-mail address, in upper or lower case (ASCII), in the order in which they came.
    ///
    /// - Parameter slug: The tenant for which they must act; nil for everyone.
    func people(withEmail email: String, actingFor slug: String?) async throws -> [UniqueID]
    /// Writes a tenant for which nobody acts yet.
    ///
    /// - Parameter plan: The name of its plan in the contract, or nil for one that the contract does not limit.
    /// - Returns: Whether the slug was free; nothing is written otherwise.
    func add(_ tenant: Tenant, plan: String?) async throws -> Bool
    /// Those who act for a tenant, in the order of their addresses.
    func members(of slug: String) async throws -> [TenantMember]
    /// Has a person act for a tenant in a role; nobody needs to know the person yet, or they may act for it in another one.
    ///
    /// - Throws: ``TenantFault``; nothing is written then.
    func enroll(_ person: NewPerson, as role: String, in slug: String) async throws
    /// Has a person act for a tenant no longer.
    ///
    /// - Returns: Whether they did.
    func remove(_ person: UniqueID, from slug: String) async throws -> Bool
    /// Suspends a tenant, or resumes it.
    ///
    /// - Returns: Whether there is one of that slug.
    func setStatus(_ status: Tenant.Status, of slug: String) async throws -> Bool
    /// Changes the plan of a tenant; nil is one that the contract does not limit.
    ///
    /// - Returns: Whether there is one of that slug.
    func setPlan(_ plan: String?, of slug: String) async throws -> Bool
    /// Takes a token back, and forgets those that were and have ended since.
    ///
    /// - Parameters:
    ///   - end: When it ends by itself; nil where nobody knows, so that it is never forgotten.
    ///   - now: The present instant.
    func revokeToken(_ id: String, endingAt end: Timestamp?, at now: Timestamp) async throws

    // MARK: The whole

    /// Fills an empty storage, with all of a data set or nothing.
    ///
    /// - Throws: ``StorageNotEmpty`` where there is a tenant already.
    func fill(with data: DataSet) async throws
}
