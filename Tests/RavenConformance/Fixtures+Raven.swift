import CharterRuntime
import RavenModels

extension Fixtures {
    /// What a checker must know of the sample tenants.
    static let raven = Fixtures(
        baseURL: "http://localhost/v1",
        tenants: [Landmarks.acme, .birch].map(\.slug),
        credentials: SampleKey.all.filter { $0.tenant != Landmarks.cedar.slug }.map(\.fixture) + people,
        parameters: [Landmarks.acme.slug: parameters(.acme), Landmarks.birch.slug: parameters(.birch)],
        bodies: [
            // The tenant of the contract's example exists here.
            Landmarks.acme.slug: ["createTenant": .object(["name": .string("Dune Lab"), "slug": .string("dune-lab")])]
        ]
    )

    private static let people =
        [Account.ada, .ben, .cleo].map { person(of: $0.person.tenants[0].tenant, $0.role, $0.token) } + [
            person(of: Landmarks.acme.slug, "owner", Account.revokedToken, state: .revoked),
            person(of: Landmarks.acme.slug, "owner", Account.expiredToken, state: .expired),
        ]

    private static func person(of tenant: String, _ role: String, _ token: String, state: State = .valid) -> Credential {
        Credential(
            tenant: tenant,
            kind: "person",
            scopes: [],
            roles: [role],
            headers: ["Authorization": "Bearer \(token)"],
            state: state
        )
    }

    private static func parameters(_ marks: Landmarks) -> [String: [String: String]] {
        [
            "getMessage": ["id": marks.message.description],
            "getTenant": ["id": marks.id.description],
            "revokeKey": ["id": marks.key.description],
        ]
    }
}
