import ArgumentParser
import CharterRuntime

extension APIService {
    /// Whether no key is without a tenant.
    static var everyKeyHasTenant: Bool {
        api.tenancy != nil && !api.credentials.filter { $0.form == .key }.flatMap(\.kinds).contains(where: \.opensEveryTenant)
    }

    /// Makes sure that a command says whose keys it is about.
    ///
    /// - Throws: `ValidationError` where it must and does not; ``CommandRefusal`` for a tenant that is not there.
    static func checkTenant(_ tenant: String?, of service: Self, in database: DatabaseOptions<Self>) async throws {
        let word = api.tenancy?.name ?? "tenant"
        if tenant == nil, everyKeyHasTenant { throw ValidationError("say with --tenant whose: every key belongs to a \(word)") }
        if let tenant, try await !service.hasTenant(tenant) { throw CommandRefusal("there is no \(word) '\(tenant)' in \(database.path)") }
    }
}
