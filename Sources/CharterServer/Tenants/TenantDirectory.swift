/// Where a server looks up what holds of a tenant before it serves its data.
///
/// It is asked for each request on the data of a tenant of an API that suspends some, once the caller is known to belong there.
public protocol TenantDirectory: Sendable {
    /// Whether requests on the data of a tenant are refused for now; false for a tenant that does not exist, of which handlers know.
    ///
    /// - Throws: what kept the directory from answering; the request is then answered 500.
    func isSuspended(_ tenant: String) async throws -> Bool
}
