/// The API suspends tenants, and the server was given nothing that knows which; an error of whoever set it up, not of a caller.
struct MissingTenantDirectory: Error, CustomStringConvertible {
    /// What a tenant is called in the API.
    let tenancy: String

    var description: String {
        "nothing says whether the \(tenancy) of a request is suspended: hand a TenantDirectory to APIRoutes(_:keys:tenants:)"
    }
}
