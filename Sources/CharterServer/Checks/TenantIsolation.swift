import CharterRuntime
import HTTPTypes

/// Finds out on whose data a request works, and refuses a caller of one tenant what belongs to another: 403, or 404 where the API
/// hides its existence.
///
/// Where the API suspends tenants, requests on the data of one are refused too: 403.
///
/// A caller without a tenant is a stranger everywhere, unless each of its credentials opens every tenant. An endpoint without a
/// credential shows what everyone may see. The caller who passes is told to handlers as one of that tenant.
struct TenantIsolation: RequestStage {
    let api: APIDescription
    let directory: (any TenantDirectory)?

    func pass(_ exchange: inout Exchange) async throws {
        try exchange.require(.credentials, before: .tenant)
        if let tenancy = api.tenancy, exchange.endpoint.tenancy == .tenant {
            try find(&exchange, tenancy)
            if let tenant = exchange.tenant {
                exchange.caller.work(on: tenant)
                try await refuseIfSuspended(tenant, tenancy)
            }
        }
        exchange.passed.insert(.tenant)
    }

    private func find(_ exchange: inout Exchange, _ tenancy: APIDescription.Tenancy) throws {
        let own = exchange.presented.first { tenancy.placesByCredential[$0.credential.name] != nil } ?? exchange.presented.first
        let place = tenancy.place(forCredential: own?.credential.name)
        switch place {
        case .path(let name) where exchange.path.has(name):
            // A value that cannot be decoded names no tenant; validation answers it.
            exchange.tenant = exchange.path[name]
            if exchange.tenant == nil { return }
        case .credential, .path:
            // A request that names no tenant works on that of its caller.
            exchange.tenant = exchange.caller.tenant
        case .header(let name):
            let values = HTTPField.Name(name).map { exchange.head.headerFields[values: $0] } ?? []
            exchange.tenant = try only(values, tenancy, "the header field '\(name)'", ParameterPlace.header.field(name))
        case .query(let name):
            let values = exchange.query.decodedValues(of: name)
            exchange.tenant = try only(values, tenancy, "the query parameter '\(name)'", ParameterPlace.query.field(name))
        }
        guard exchange.asksForCredential, !exchange.caller.opensEveryTenant else { return }
        guard let tenant = exchange.tenant, exchange.caller.belongs(to: tenant) else { throw Refusal.foreignTenant(tenancy) }
    }

    private func refuseIfSuspended(_ tenant: String, _ tenancy: APIDescription.Tenancy) async throws {
        guard tenancy.suspendedStatus != nil else { return }
        guard let directory else { throw MissingTenantDirectory(tenancy: tenancy.name) }
        if try await directory.isSuspended(tenant) { throw Refusal.tenantSuspended }
    }

    private func only(
        _ values: [String?],
        _ tenancy: APIDescription.Tenancy,
        _ place: String,
        _ field: String
    ) throws -> String {
        guard values.count <= 1 else { throw Refusal.invalidParameter([.init(field: field, message: "must not be repeated")]) }
        guard let value = values.first ?? "", !value.isEmpty else { throw Refusal.tenantMissing(tenancy, place) }
        return value
    }
}
