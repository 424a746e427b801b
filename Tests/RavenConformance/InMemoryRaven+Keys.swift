import CharterRuntime
import CharterServer
import RavenModels
import RavenRoutes
import SampleServers

extension InMemoryRaven {
    func listKeys(_ input: ListKeys.Input, caller: Caller) throws -> Page<TenantKey> {
        let workspace = try workspace(of: caller)
        return try Page(of: workspace.keys, input.page)
    }

    func createKey(_ input: CreateKey.Input, caller: Caller, in transaction: InMemoryTransaction) throws -> CreatedKey {
        try change(of: caller) { workspace in
            let id = newID()
            let text = SampleKey.prefix + id.description.filter { $0 != "-" }
            let details = TenantKey(
                id: id,
                name: input.body.name,
                prefix: String(text.prefix(20)),
                rateLimitRpm: input.body.rateLimitRpm,
                createdAt: Self.now
            )
            workspace.keys.append(details)
            issue(text, StoredKey(id: id.description, kind: "live", scopes: [], tenant: workspace.tenant.slug))
            return CreatedKey(key: text, details: details)
        }
    }

    func revokeKey(_ input: RevokeKey.Input, caller: Caller) throws -> TenantKey {
        try change(of: caller) { workspace in
            let index = try workspace.keys.firstIndex { $0.id == input.id }.orRefuse(.notFound)
            workspace.keys[index].revokedAt = workspace.keys[index].revokedAt ?? Self.now
            revoke(id: input.id)
            return workspace.keys[index]
        }
    }
}
