import Synchronization

/// Suspensions that are forgotten when the process ends: for tests and demonstrations.
public final class InMemoryTenantDirectory: TenantDirectory {
    private let suspended: Mutex<Set<String>>

    /// Creates a directory.
    ///
    /// - Parameter suspended: The tenants that are suspended from the beginning.
    public init(suspended: Set<String> = []) {
        self.suspended = Mutex(suspended)
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
}
