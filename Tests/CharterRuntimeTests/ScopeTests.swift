import CharterRuntime
import Testing

@Suite("Scopes")
struct ScopeTests {
    private func satisfies(_ held: Set<String>, _ required: String) -> Bool {
        let api = APIDescription(
            name: "T",
            title: "T",
            version: "1.0.0",
            servers: [],
            credentials: [],
            scopes: [
                .init(name: "A", about: "", grants: .only(["B"])), .init(name: "B", about: "", grants: .only(["C", "A"])),
                .init(name: "C", about: ""), .init(name: "ROOT", about: "", grants: .all),
            ],
            limits: [],
            tenancy: nil,
            errors: .problem,
            endpoints: [],
            types: [:]
        )
        return api.scopes(held, satisfy: required)
    }

    @Test(
        "satisfy themselves and what they grant, through others too",
        arguments: [("A", "A"), ("A", "B"), ("A", "C"), ("B", "A"), ("ROOT", "C")]
    )
    func granted(held: String, required: String) {
        #expect(satisfies([held], required))
    }

    @Test("satisfy nothing else", arguments: [(["C"], "A"), ([], "C"), (["X"], "A")] as [(Set<String>, String)])
    func refused(held: Set<String>, required: String) {
        #expect(!satisfies(held, required))
    }
}
