extension TenantDirectory {
    /// Fails: a directory that does not know it must not let limits by plan go by as if there were none.
    public func subscription(of tenant: String) async throws -> TenantSubscription {
        throw MissingSubscriptions()
    }
}
