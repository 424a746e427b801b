import CharterRuntime
import Testing

@Suite("What fixtures call tokens")
struct FixtureTokenTests {
    @Test("is bearer where one credential has tokens, and checks find them by its name")
    func one() {
        let api = api(person, key)
        #expect(api.fixtureKind(of: person) == "bearer")
        #expect(named(api) == ["person", "person", "live"])
    }

    @Test("is the name of the credential where several have tokens, which only that tells apart")
    func several() {
        let api = api(person, machine)
        #expect(api.fixtureKind(of: person) == "person")
        #expect(api.fixtureKind(of: machine) == "machine")
        #expect(named(api) == ["bearer", "person", "live"])
    }

    @Test("is the name of the credential where keys are called bearer")
    func taken() {
        var keys = key
        keys.kinds = [.init(name: "bearer", prefix: "b_", use: .serverOnly, holds: .all)]
        let api = api(person, keys)
        #expect(api.fixtureKind(of: person) == "person")
        #expect(api.fixtureKind(of: keys, keys.kinds[0]) == "bearer")
        #expect(named(api) == ["bearer", "person", "live"])
    }

    private let person = APIDescription.Credential(name: "person", place: .scheme("Bearer", header: "Authorization"), form: .jwt)
    private let machine = APIDescription.Credential(name: "machine", place: .header("X-Machine"), form: .jwt)
    private let key = APIDescription.Credential(name: "service", place: .header("X-Key"))

    private func api(_ credentials: APIDescription.Credential...) -> APIDescription {
        APIDescription(
            name: "Shop",
            title: "Shop",
            version: "1.0.0",
            servers: [],
            credentials: credentials,
            errors: .problem,
            endpoints: [],
            types: [:]
        )
    }

    /// The kinds of three entries, as checks see them.
    private func named(_ api: APIDescription) -> [String] {
        let entries = ["bearer", "person", "live"].map { Fixtures.Credential(tenant: "oslo", kind: $0, scopes: [], headers: [:]) }
        return Fixtures(baseURL: "http://localhost", tenants: ["oslo"], credentials: entries, parameters: [:])
            .namingTokens(of: api).credentials.map(\.kind)
    }
}
