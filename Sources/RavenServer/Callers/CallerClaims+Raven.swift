public import CharterBearer
import CharterRuntime
public import CharterServer
import RavenModels

extension CallerClaims {
    /// What Raven Cloud reads of the tokens of the single sign-on: who somebody is, and nothing of what they may do.
    ///
    /// For whom a person acts, and as what, is looked up with each request, so that a tenant is open to whoever has just made it, and closed to whoever has left; what a
    /// token says of that is not believed. The first token of somebody unknown, with `name` and `email` in it, makes them known.
    public static func raven(_ storage: some RavenStorage, clock: any ServerClock) -> CallerClaims {
        CallerClaims { caller, claims in
            guard let user = caller.user.flatMap({ UniqueID($0) }) else { return nil }
            let bearer = try await storage.bearer(of: PresentedToken(user: user, id: claims.id))
            guard !bearer.isTokenRevoked else { throw TokenFault.revoked }
            if bearer.roles == nil {
                guard let person = NewPerson(user, claims, createdAt: clock.now.roundedDown) else { return nil }
                try await storage.add(person)
            }
            return Caller(user, roles: bearer.roles ?? [:])
        }
    }
}

extension Caller {
    /// A person, with the role in each of their tenants.
    fileprivate init(_ user: UniqueID, roles: [String: String]) {
        self.init(
            keyID: nil,
            kind: nil,
            scopes: [],
            roles: CallerRoles(byTenant: roles.mapValues { [$0] }),
            user: user.description,
            tenant: nil,
            otherTenants: Set(roles.keys)
        )
    }
}

extension NewPerson {
    /// The person of whom a token speaks; nil unless it has a name and an e-mail address that the API can show.
    fileprivate init?(_ id: UniqueID, _ claims: TokenClaims, createdAt: Timestamp) {
        guard id.isOfVersion4, case .string(let name)? = claims["name"], case .string(let email)? = claims["email"] else { return nil }
        let person = Person(id: id, name: name, email: email, tenants: [])
        guard let written = try? JSONCoding.encode(person), let value = try? JSONCoding.decode(JSONValue.self, from: written),
            APIDescription.raven.faults(of: value, against: .named("Person")).isEmpty
        else { return nil }
        self.init(id: id, name: name, email: email, createdAt: createdAt)
    }
}

extension UniqueID {
    /// Whether it was made by chance, as the API says of all identifiers (RFC 9562 §5.4).
    fileprivate var isOfVersion4: Bool { description.dropFirst(14).first == "4" }
}
