public import CharterRuntime
public import CharterServer
public import RavenModels
public import RavenRoutes

extension RavenService {
    /// Who has signed in.
    public func getMe(_ input: GetMe.Input, caller: Caller) async throws -> Person {
        try await storage.person(caller.person).found()
    }

    /// The tenants for which the caller acts, the newest first.
    public func listTenants(_ input: ListTenants.Input, caller: Caller) async throws -> Page<Tenant> {
        try await storage.tenants(of: caller.person, input.page)
    }

    /// One tenant for which the caller acts.
    public func getTenant(_ input: GetTenant.Input, caller: Caller) async throws -> Tenant {
        try await storage.tenant(input.id, of: caller.person).found()
    }

    /// A new tenant on the free plan, which the caller owns.
    public func createTenant(_ input: CreateTenant.Input, caller: Caller, in transaction: Transaction) async throws -> Tenant {
        let tenant = Tenant(id: UniqueID(), name: input.body.name, slug: input.body.slug, createdAt: now, status: .active)
        do {
            try await transaction.insert(tenant, plan: Plans.free, owner: caller.person)
        } catch TenantFault.slugTaken {
            throw CreateTenant.Failure.slugTaken
        } catch TenantFault.tooManyTenants {
            var refusal = CreateTenant.Failure.tooManyTenants
            refusal.detail = "A person acts for \(Person.mostTenants) tenants at most."
            throw refusal
        } catch TenantFault.unknownPerson {
            throw Refusal.notFound
        }
        return tenant
    }
}
