import CharterRuntime
import CharterServer
import RavenModels
import RavenRoutes
import SampleServers

extension InMemoryRaven {
    func getMe(_ input: GetMe.Input, caller: Caller) throws -> Person {
        try account(of: caller).person
    }

    func listTenants(_ input: ListTenants.Input, caller: Caller) throws -> Page<Tenant> {
        try Page(of: try tenants(of: caller), input.page)
    }

    func getTenant(_ input: GetTenant.Input, caller: Caller) throws -> Tenant {
        try tenants(of: caller).first { $0.id == input.id }.orRefuse(.notFound)
    }

    func createTenant(_ input: CreateTenant.Input, caller: Caller, in transaction: InMemoryTransaction) throws -> Tenant {
        let tenant = Tenant(id: newID(), name: input.body.name, slug: input.body.slug, createdAt: Self.now, status: .active)
        try add(tenant, of: caller)
        return tenant
    }
}
