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
            scopes: [
                .init(name: "A", about: "", grants: .only(["B"])), .init(name: "B", about: "", grants: .only(["C", "A"])),
                .init(name: "C", about: ""), .init(name: "ROOT", about: "", grants: .all),
            ],
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

    @Test(
        "may be meant by a wildcard",
        arguments: [
            ("orders:*", "orders:read", true), ("orders:*", "orders:", true), ("orders:*", "orders", false), ("*", "anything", true),
            ("orders:read", "orders:read", true), ("orders:read", "orders:read:all", false), ("orders:*", "ordersx:read", false),
        ]
    )
    func wildcards(pattern: String, scope: String, isMeant: Bool) {
        #expect(APIDescription.ScopeSet.matches(pattern, scope) == isMeant)
        #expect(APIDescription.ScopeSet.only(["other", pattern]).contains(scope) == isMeant)
        #expect(APIDescription.ScopeSet.all.contains(scope))
        #expect(!APIDescription.ScopeSet.only([]).contains(scope))
    }
}
