import CharterRuntime

/// Refuses a key of one tenant what belongs to another: 403, or 404 where the API hides its existence.
///
/// A key without a tenant is a stranger everywhere. An endpoint without a credential shows what everyone may see.
struct TenantIsolation: RequestStage {
    let tenancy: APIDescription.Tenancy?

    func pass(_ exchange: inout Exchange) throws {
        guard let tenancy, exchange.endpoint.credential != nil else { return }
        switch tenancy.place {
        case .path(let name):
            guard exchange.path.has(name) else { return }
            // A value that cannot be decoded names no tenant; validation answers it.
            guard let tenant = exchange.path[name], tenant != exchange.caller.tenant else { return }
            throw Refusal.foreignTenant(tenancy)
        }
    }
}
