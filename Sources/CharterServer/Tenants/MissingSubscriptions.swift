/// A limit goes by plans or bills, and the server was given nothing that knows those of tenants; an error of whoever set it up, not of a caller.
struct MissingSubscriptions: Error, CustomStringConvertible {
    /// The name of the limit, where it is known.
    var limit: String?

    var description: String {
        "nothing says what a tenant subscribes to, by which \(limit.map { "the limit '\($0)' counts" } ?? "a limit counts"): "
            + "hand a TenantDirectory that has subscription(of:) to APIRoutes(_:keys:tenants:)"
    }
}
