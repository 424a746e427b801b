import CharterRuntime
import CharterServer

extension CallerClaims {
    /// The claims that say of a caller what ``caller(_:)`` reads of them.
    ///
    /// - Throws: ``UnwritableClaim`` for what no claim is there for.
    package func values(of caller: Caller) throws(UnwritableClaim) -> [String: JSONValue] {
        var values: [String: JSONValue] = [:]
        func say(_ value: JSONValue, by name: String?, _ what: String) throws(UnwritableClaim) {
            guard let name else { throw UnwritableClaim(what: what) }
            values[name] = value
        }
        if let user = caller.user { try say(.string(user), by: user.isEmpty ? nil : self.user, "user") }
        if !caller.scopes.isEmpty { try say(.string(caller.scopes.sorted().joined(separator: " ")), by: scopes.first, "scopes") }
        if !caller.roles.outsideTenants.isEmpty { try say(.texts(caller.roles.outsideTenants), by: roles, "roles") }
        if !caller.roles.byTenant.isEmpty {
            try say(.object(caller.roles.byTenant.mapValues { .texts($0) }), by: rolesByTenant, "roles in tenants")
        }
        let all = caller.otherTenants.union(caller.tenant.map { [$0] } ?? [])
        if let only = all.first, all.count == 1 { try say(.string(only), by: tenants.first, "tenant") }
        if all.count > 1 { try say(.texts(all), by: tenants.last, "tenants") }
        return values
    }
}

extension JSONValue {
    fileprivate static func texts(_ texts: Set<String>) -> JSONValue {
        .array(texts.sorted().map { .string($0) })
    }
}

/// A caller has something that ``CallerClaims`` has no claim for.
public struct UnwritableClaim: Error, Hashable, Sendable, CustomStringConvertible {
    /// What it has.
    public let what: String

    /// The fault, and its mend.
    public var description: String { "no claim says the \(what) of a caller: name one in CallerClaims" }
}
