import CharterBearer
import CharterRuntime
import CharterServer
import CharterSQLite

/// Makes the credentials of a demonstration: of every tenant, a key of each kind for each scope, and a token for each person; besides them some whose time is over.
struct DemoCredentials: Sendable {
    private let sample: ServiceSample
    private let resources: ServiceResources
    private let secret: ServiceSecret

    init(_ sample: ServiceSample, _ resources: ServiceResources, _ secret: ServiceSecret) {
        self.sample = sample
        self.resources = resources
        self.secret = secret
    }

    private var now: Timestamp { resources.clock.now }
    /// What is over was issued an hour ago.
    private var past: Timestamp { Timestamp(secondsSinceEpoch: now.secondsSinceEpoch - 3_600) }

    func issue<Served: APIService>(for service: Served) async throws -> [Fixtures.Credential] {
        let api = Served.api
        // All at once: a transaction a key would have the disk make everybody wait.
        var issued = try await resources.store.withTransaction { transaction in
            var issued: [Fixtures.Credential] = []
            for credential in api.credentials where credential.form == .key {
                issued += try await keys(for: credential, of: api, in: transaction)
            }
            return issued
        }
        for credential in api.credentials where credential.form == .jwt { issued += try await tokens(for: credential, of: service) }
        return issued
    }
}

extension DemoCredentials {
    private func keys(
        for credential: APIDescription.Credential,
        of api: APIDescription,
        in registry: some KeyRegistry
    ) async throws -> [Fixtures.Credential] {
        var issued: [Fixtures.Credential] = []
        for tenant in sample.tenants {
            for kind in keyKinds(of: credential, in: api) {
                let sets = scopeSets(of: api, within: kind?.holds ?? credential.holds)
                for scopes in sets { issued.append(try await key(credential, kind, scopes, of: tenant, .valid, api, registry)) }
                // One with the numbers of the contract, and one with few of its own.
                for limits in sample.keyLimits.isEmpty ? [] : [[:], sample.keyLimits.mapValues { _ in 20 }] {
                    issued.append(try await key(credential, kind, sets.last ?? [], of: tenant, .valid, limits: limits, api, registry))
                }
                for state in [Fixtures.State.revoked, .expired] {
                    issued.append(try await key(credential, kind, sets.last ?? [], of: tenant, state, api, registry))
                }
            }
        }
        return issued
    }

    /// The kinds of a credential; a single nil where it has none.
    private func keyKinds(of credential: APIDescription.Credential, in api: APIDescription) -> [APIDescription.KeyKind?] {
        credential.kinds.isEmpty ? [nil] : api.validKinds(of: credential)
    }

    /// Each scope alone, and those that an endpoint needs together, as far as a key may hold them; nothing at all where the API has no scopes.
    private func scopeSets(of api: APIDescription, within cap: APIDescription.ScopeSet) -> [[String]] {
        let together = api.endpoints.flatMap(\.scope.alternatives).filter { $0.count > 1 }
        var seen: Set<Set<String>> = []
        let sets = (api.scopes.map { [$0.name] } + together).filter { set in
            set.allSatisfy(cap.contains) && seen.insert(Set(set)).inserted
        }
        return sets.isEmpty ? [[]] : sets
    }

    private func key(
        _ credential: APIDescription.Credential,
        _ kind: APIDescription.KeyKind?,
        _ scopes: [String],
        of tenant: String,
        _ state: Fixtures.State,
        limits: [String: Int]? = nil,
        _ api: APIDescription,
        _ registry: some KeyRegistry
    ) async throws -> Fixtures.Credential {
        let (past, limits) = (past, limits ?? sample.keyLimits)
        let owner = kind?.opensEveryTenant ?? false ? nil : tenant
        let draft = KeyDraft(
            kind: kind?.name,
            credential: credential.name,
            name: "demonstration, \(state.rawValue)",
            scopes: Set(scopes),
            tenant: owner,
            limits: limits,
            expiresAt: state == .expired ? past.later(bySeconds: 60) : nil
        )
        let key = try await KeyIssuer(api, now: { past }).issue(draft, in: registry)
        if state == .revoked { _ = try await registry.revokeKey(id: key.stored.id, of: .anyone, at: past) }
        return Fixtures.Credential(
            presenting: key.text,
            as: credential,
            kind: api.fixtureKind(of: credential, kind),
            scopes: scopes,
            limits: sample.keyLimits.isEmpty ? nil : limits,
            of: tenant,
            state: state
        )
    }

    private func tokens<Served: APIService>(
        for credential: APIDescription.Credential,
        of service: Served
    ) async throws -> [Fixtures.Credential] {
        let (now, past, party) = (now, past, Served.tokenParty)
        // Nobody demonstrates for longer, and a call is remembered for a day at most; with a clock that is put forward they end as others do.
        let lifetime = 36 * 3_600
        let valid = TokenIssuer(secret: try secret.ofTokens, issuer: party, audience: party, lifetime: lifetime, now: { now })
        let over = TokenIssuer(secret: try secret.ofTokens, issuer: party, audience: party, lifetime: 60, now: { past })
        var issued: [Fixtures.Credential] = []
        for person in sample.people {
            let caller = Caller(
                keyID: nil,
                kind: nil,
                scopes: [],
                roles: CallerRoles(byTenant: [person.tenant: Set(person.roles)]),
                user: person.user,
                tenant: person.tenant
            )
            for state in [Fixtures.State.valid, .revoked, .expired] {
                var claims = try service.claims.values(of: caller)
                let id = UniqueID().description
                claims["jti"] = .string(id)
                let end = now.later(bySeconds: Int64(lifetime))
                if state == .revoked, try await !service.revokeToken(id, endingAt: end) { continue }
                issued.append(
                    Fixtures.Credential(
                        presenting: try (state == .expired ? over : valid).token(claims),
                        as: credential,
                        kind: Served.api.fixtureKind(of: credential),
                        scopes: [],
                        roles: person.roles,
                        user: person.user,
                        of: person.tenant,
                        state: state
                    )
                )
            }
        }
        return issued
    }
}
