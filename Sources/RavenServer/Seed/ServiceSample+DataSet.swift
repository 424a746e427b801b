import CharterRuntime
import CharterServer
import CharterService
import RavenModels
import RavenRoutes

extension ServiceSample {
    /// What a checker must know of a data set.
    ///
    /// Everybody in it can sign in; the keys that are issued for checkers have the highest rate, for a check may send more than a minute's requests, but for
    /// two of each tenant.
    init(_ data: DataSet) {
        let known = Set(APIDescription.raven.roles.map(\.name))
        let people = data.tenants.flatMap { workspace in
            workspace.members.map { member in
                Person(user: member.person.description, tenant: workspace.tenant.slug, roles: [member.role].filter(known.contains))
            }
        }
        self.init(
            tenants: data.tenants.map(\.tenant.slug),
            suspended: data.tenants.map(\.tenant).filter { $0.status == .suspended }.map(\.slug),
            people: people,
            keyLimits: [TenantKey.rateField: 100_000],
            parameters: Dictionary(uniqueKeysWithValues: data.tenants.map { ($0.tenant.slug, Self.parameters($0)) }),
            // The slug of the contract's example is taken here.
            bodies: Dictionary(uniqueKeysWithValues: data.tenants.map { ($0.tenant.slug, ["createTenant": Self.newTenant($0.tenant)]) }),
            failures: Dictionary(uniqueKeysWithValues: data.tenants.map { ($0.tenant.slug, ["createTenant": Self.takenSlug($0.tenant)]) }),
            plans: Dictionary(uniqueKeysWithValues: data.tenants.compactMap { own in own.plan.map { (own.tenant.slug, $0) } })
        )
    }

    private static func parameters(_ workspace: DataSet.Workspace) -> [String: [String: String]] {
        var parameters = ["getTenant": ["id": workspace.tenant.id.description]]
        parameters["getMessage"] = workspace.messages.first.map { ["id": $0.id.description] }
        parameters["revokeKey"] = workspace.keys.first { $0.revokedAt == nil }.map { ["id": $0.id] }
        return parameters
    }

    private static func newTenant(_ tenant: Tenant) -> JSONValue {
        .object(["name": .string("\(tenant.name) Two"), "slug": .string("\(tenant.slug)-two")])
    }

    private static func takenSlug(_ tenant: Tenant) -> [String: Fixtures.Provocation] {
        let body = JSONValue.object(["name": .string("\(tenant.name) Two"), "slug": .string(tenant.slug)])
        return [CreateTenant.Failure.slugTaken.code: .init(body: body)]
    }
}
