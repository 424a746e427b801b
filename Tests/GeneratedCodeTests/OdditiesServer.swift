import CharterConformance
import CharterRuntime
import CharterServer
import CharterServerTesting
import Hummingbird
import OdditiesModels
import OdditiesRoutes

/// The odd server in this process, with a key for each kind and scope, and one person.
struct OdditiesServer {
    static let baseURL = "http://127.0.0.1:8080"
    static let personToken = "b2Rk.cGVyc29u.c2ln"

    let transport: InProcessTransport
    let fixtures: Fixtures

    init() throws {
        let keys = InMemoryKeyStore(.oddities)
        var credentials: [Fixtures.Credential] = []
        let kinds = APIDescription.oddities.credentials.flatMap { credential in
            credential.kinds.map { (kind: $0, field: credential.name == "app" ? "X-Odd-App" : "X-Odd-Token") }
        }
        for (kind, field) in kinds {
            for (index, scope) in APIDescription.oddities.scopes.map(\.name).enumerated() where kind.holds.contains(scope) {
                let key = "\(kind.prefix)key\(index)"
                try keys.add(key, id: key, kind: kind.name, scopes: [scope], tenant: nil)
                credentials.append(
                    Fixtures.Credential(tenant: "all", kind: kind.name, scopes: [scope], headers: [field: key])
                )
            }
        }
        // Of an app and a person at once, each can be the one without the scope that is needed.
        try keys.add("app_none", id: "app_none", kind: "app", scopes: [], tenant: nil)
        credentials.append(Fixtures.Credential(tenant: "all", kind: "app", scopes: [], headers: ["X-Odd-App": "app_none"]))
        let tokens = InMemoryTokenVerifier()
        for (token, scopes) in [(Self.personToken, ["write-some.things"]), ("b2Rk.bm9ib2R5.c2ln", [])] {
            tokens.add(token, for: Caller(keyID: nil, kind: nil, scopes: Set(scopes), user: "odd", tenant: nil))
            credentials.append(
                Fixtures.Credential(tenant: "all", kind: "person", scopes: scopes, headers: ["Authorization": "Bearer \(token)"])
            )
        }
        let router = Hummingbird.Router()
        SmallOddities().register(on: router, keys: keys, tokens: tokens, effects: InMemoryEffects())
        transport = InProcessTransport(router: router)
        let id = SmallOddities.things[0].id.description
        fixtures = Fixtures(
            baseURL: Self.baseURL,
            tenants: ["all"],
            credentials: credentials,
            parameters: [
                "all": [
                    "listThings": ["since": "2026-01-01T00:00:00Z"],
                    "default": ["id": id],
                    "changeBasket": ["id": id],
                    "emptyBasket": ["id": id],
                    "listBaskets": ["sizes": "3"],
                    "anEndpointWhoseIdHasExactlySixtyCharactersForLongLinesInIt12": ["id": id, "in": "a b/c?d%"],
                    "weigh": ["id": id, "aPathParameterWhoseNameHasExactlySixtyCharactersInItForTests": "9"],
                ]
            ]
        )
    }
}
