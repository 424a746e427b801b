import CharterRuntime
import HTTPTypes

/// Finds out on whose data a request works, and refuses a caller of one tenant what belongs to another: 403, or 404 where the API
/// hides its existence.
///
/// A key without a tenant is a stranger everywhere, unless its kind opens every tenant. An endpoint without a credential shows what
/// everyone may see. The caller who passes is told to handlers as one of that tenant.
struct TenantIsolation: RequestStage {
    let api: APIDescription

    func pass(_ exchange: inout Exchange) throws {
        try find(&exchange)
        if let tenant = exchange.tenant { exchange.caller = exchange.caller.working(on: tenant) }
    }

    private func find(_ exchange: inout Exchange) throws {
        guard let tenancy = api.tenancy, exchange.endpoint.tenancy == .tenant else { return }
        let own = exchange.credentials.first { tenancy.placesByCredential[$0.name] != nil } ?? exchange.credentials.first
        let asks = exchange.endpoint.asksForCredential(exchange)
        switch tenancy.place(forCredential: own?.name) {
        case .credential:
            guard asks, exchange.caller.tenant == nil, !opensEveryTenant(exchange) else {
                exchange.tenant = exchange.caller.tenant
                return
            }
            throw Refusal.foreignTenant(tenancy)
        case .path(let name):
            // An endpoint whose path names no tenant works on that of its caller.
            guard exchange.path.has(name) else {
                exchange.tenant = exchange.caller.tenant
                return
            }
            // A value that cannot be decoded names no tenant; validation answers it.
            exchange.tenant = exchange.path[name]
        case .header(let name):
            let values = HTTPField.Name(name).map { exchange.head.headerFields[values: $0] } ?? []
            exchange.tenant = try only(values, tenancy, "the header field '\(name)'", ParameterPlace.header.field(name))
        case .query(let name):
            let values = exchange.query.decodedValues(of: name)
            exchange.tenant = try only(values, tenancy, "the query parameter '\(name)'", ParameterPlace.query.field(name))
        }
        guard asks, let tenant = exchange.tenant else { return }
        guard exchange.caller.belongs(to: tenant) || opensEveryTenant(exchange) else { throw Refusal.foreignTenant(tenancy) }
    }

    private func only(
        _ values: [String?],
        _ tenancy: APIDescription.Tenancy,
        _ place: String,
        _ field: String
    ) throws -> String {
        guard values.count <= 1 else { throw Refusal.invalidRequest([.init(field: field, message: "must not be repeated")]) }
        guard let value = values.first ?? "", !value.isEmpty else { throw Refusal.tenantMissing(tenancy, place) }
        return value
    }

    private func opensEveryTenant(_ exchange: Exchange) -> Bool {
        guard let name = exchange.caller.kind else { return false }
        return exchange.credentials.lazy.compactMap { $0.kind(named: name) }.first?.opensEveryTenant ?? false
    }
}
