/// Where a server looks up what holds of a tenant before it serves its data.
///
/// It is asked for each request on the data of a tenant of an API that suspends some, once the caller is known to belong there.
public protocol TenantDirectory: Sendable {
    /// Whether requests on the data of a tenant are refused for now; false for a tenant that does not exist, of which handlers know.
    ///
    /// - Throws: what kept the directory from answering; the request is then answered 500.
    func isSuspended(_ tenant: String) async throws -> Bool

    /// What a tenant subscribes to; asked for where limits differ by plan, or last from one bill to the next.
    ///
    /// A directory that does not have it serves APIs without such limits.
    ///
    /// - Throws: what kept the directory from answering; the request is then answered 500.
    func subscription(of tenant: String) async throws -> TenantSubscription
}
