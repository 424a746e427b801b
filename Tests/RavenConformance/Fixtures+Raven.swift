import CharterRuntime
import RavenModels

extension Fixtures {
    /// What a checker must know of the sample tenants.
    static let raven = Fixtures(
        baseURL: "http://localhost/v1",
        tenants: [Landmarks.acme, .birch].map(\.slug),
        suspended: [Landmarks.cedar.slug],
        credentials: SampleKey.all.map(\.fixture) + people,
        parameters: Dictionary(uniqueKeysWithValues: [Landmarks.acme, .birch, .cedar].map { ($0.slug, parameters($0)) }),
        bodies: [
            // The tenant of the contract's example exists here.
            Landmarks.acme.slug: ["createTenant": .object(["name": .string("Dune Lab"), "slug": .string("dune-lab")])]
        ],
        plans: [Landmarks.acme.slug: "hatchling"]
    )

    private static let people =
        [Account.ada, .ben, .cleo, .emil, .fina].flatMap { account in
            account.person.tenants.map { person(of: $0.tenant, $0.role, account.token) }
        } + [
            person(of: Landmarks.acme.slug, "owner", Account.revokedToken, state: .revoked),
            person(of: Landmarks.acme.slug, "owner", Account.expiredToken, state: .expired),
        ]

    private static func person(of tenant: String, _ role: String, _ token: String, state: State = .valid) -> Credential {
        Credential(
            tenant: tenant,
            kind: "person",
            scopes: [],
            roles: [role].filter { name in APIDescription.raven.roles.contains { $0.name == name } },
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
