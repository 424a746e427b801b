import CharterRuntime
import CharterServer
import RavenModels

/// A person who can sign in.
struct Account: Sendable {
    /// The person, with the role in each of the tenants for which they act.
    var person: Person
    /// What shows that the person has signed in; it is meant for tests alone.
    let token: String

    /// The person as the routes know one who presents the token.
    var caller: Caller {
        let slugs = person.tenants.map(\.tenant)
        return Caller(
            keyID: nil,
            kind: nil,
            scopes: [],
            roles: CallerRoles(byTenant: Dictionary(person.tenants.map { ($0.tenant, [$0.role]) }) { $0.union($1) }),
            user: person.id.description,
            tenant: slugs.first,
            otherTenants: Set(slugs.dropFirst())
        )
    }
}
