public import CharterBearer
public import CharterRuntime
public import CharterServer
public import GRDB
public import Hummingbird
public import ServiceLifecycle

/// A service behind generated routes, as far as starting, filling and demonstrating it goes.
///
/// Commands such as ``ServeCommand`` do the rest for any service: they open its database, issue its keys, run its routes and workers, and stop them in good order.
public protocol APIService: Sendable {
    /// What the API documents.
    static var api: APIDescription { get }

    /// What claims of a token say of its caller.
    ///
    /// It matters only to APIs that have tokens. Roles that the database knows are looked up by `claims.complete`.
    var claims: CallerClaims { get }

    /// What knows which tenants are suspended and what they subscribe to; nil where the API has no need of it.
    var tenants: (any TenantDirectory)? { get }

    /// What runs beside the routes as long as these are served, such as the delivery of what they accepted.
    ///
    /// Each ends soon once it is told to shut down gracefully.
    var workers: [any Service] { get }

    /// What forgets in time, as long as the routes are served, what the service keeps in tables of its own.
    var forgetting: [any ForgettingStore] { get }

    /// The commands that make a database where there is none.
    static var databaseMakers: [String] { get }

    /// Adds what makes the service's own tables, a step a release that changes them.
    static func registerMigrations(in migrator: inout DatabaseMigrator)

    /// Opens the service on a database whose tables are up to date.
    init(_ resources: ServiceResources) throws

    /// Adds every endpoint to a router, as the generated `register(on:through:effects:)` does.
    func register(on router: some RouterMethods<some RequestContext>, through routes: APIRoutes)

    /// Whether there is a tenant of that name, so that a key can belong to it.
    func hasTenant(_ name: String) async throws -> Bool

    /// Makes sure that a key is none that callers could not make themselves, as far as the API's description of keys does not say so.
    ///
    /// - Throws: ``CommandRefusal`` for one that is.
    static func check(_ key: KeyDraft) throws

    /// The `sub` of somebody's tokens, whatever people call them by, such as an e-mail address.
    ///
    /// - Returns: `name` itself where it is that already.
    /// - Throws: ``CommandRefusal`` for a name that can be nobody's.
    func subject(of name: String) async throws -> String

    /// Takes a token back that the service, or whoever issues its tokens, has issued.
    ///
    /// - Parameters:
    ///   - id: The token's `jti`.
    ///   - end: When the token ends by itself, after which nothing need be kept of it; nil where nobody knows, so that it is kept for good.
    /// - Returns: Whether the service can; it is then refused from now on.
    func revokeToken(_ id: String, endingAt end: Timestamp?) async throws -> Bool

    /// Fills an empty database with a data set, which is the same whenever the instant is.
    ///
    /// - Parameter instant: The present of the data set: what it says is coming, comes after it.
    /// - Returns: What a checker must know of the data.
    func seed(at instant: Timestamp) async throws -> ServiceSample

    /// Undoes what the service did outside of its database, for a demonstration that begins anew.
    func forgetDemonstration() async throws
}

extension APIService {
    /// The claims that tokens have by convention.
    public var claims: CallerClaims { CallerClaims() }

    /// Nothing, for APIs that neither suspend nor bill.
    public var tenants: (any TenantDirectory)? { nil }

    /// Nothing runs beside the routes.
    public var workers: [any Service] { [] }

    /// Everything is kept.
    public var forgetting: [any ForgettingStore] { [] }

    /// Those that every service has.
    public static var databaseMakers: [String] { ["serve", "seed"] }

    /// Any key that the API's description allows.
    public static func check(_ key: KeyDraft) throws {}

    /// The name itself, for services that keep no people.
    public func subject(of name: String) async throws -> String { name }

    /// Whether tokens can be taken back: no, for services that keep none.
    public func revokeToken(_ id: String, endingAt end: Timestamp?) async throws -> Bool { false }

    /// Does nothing, for services that do nothing outside of their database.
    public func forgetDemonstration() async throws {}
}
