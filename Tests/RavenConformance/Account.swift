import CharterRuntime
import CharterServer
import RavenModels

/// A person who can sign in.
struct Account: Sendable {
    var person: Person
    /// What the person may do in each of the tenants; a caller has the same roles in all.
    let role: String
    /// What shows that the person has signed in; it is meant for tests alone.
    let token: String

    /// The person as the routes know one who presents the token.
    var caller: Caller {
        let slugs = person.tenants.map(\.tenant)
        return Caller(
            keyID: nil,
            kind: nil,
            scopes: [],
            roles: [role],
            user: person.id.description,
            tenant: slugs.first,
            otherTenants: Set(slugs.dropFirst())
        )
    }
}
