import Synchronization

/// Suspensions and subscriptions that are forgotten when the process ends: for tests and demonstrations.
public final class InMemoryTenantDirectory: TenantDirectory {
    private let suspended: Mutex<Set<String>>
    private let subscriptions: Mutex<[String: TenantSubscription]>

    /// Creates a directory.
    ///
    /// - Parameters:
    ///   - suspended: The tenants that are suspended from the beginning.
    ///   - subscriptions: What tenants subscribe to from the beginning; others have no plan, and bills when a month begins.
    public init(suspended: Set<String> = [], subscriptions: [String: TenantSubscription] = [:]) {
        self.suspended = Mutex(suspended)
        self.subscriptions = Mutex(subscriptions)
    }

    /// Refuses requests on the data of a tenant from now on.
    public func suspend(_ tenant: String) {
        suspended.withLock { _ = $0.insert(tenant) }
    }

    /// Serves requests on the data of a tenant again.
    public func resume(_ tenant: String) {
        suspended.withLock { _ = $0.remove(tenant) }
    }

    /// Whether requests on the data of a tenant are refused.
    public func isSuspended(_ tenant: String) -> Bool {
        suspended.withLock { $0.contains(tenant) }
    }

    /// Changes what a tenant subscribes to from now on.
    public func subscribe(_ tenant: String, to subscription: TenantSubscription) {
        subscriptions.withLock { $0[tenant] = subscription }
    }

    /// What a tenant subscribes to.
    public func subscription(of tenant: String) -> TenantSubscription {
        subscriptions.withLock { $0[tenant] ?? TenantSubscription() }
    }
}
