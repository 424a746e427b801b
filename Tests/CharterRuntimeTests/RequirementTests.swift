import CharterRuntime
import Testing

@Suite("Requirements")
struct RequirementTests {
    typealias Requirement = APIDescription.Requirement

    @Test(
        "name the sets of which one is enough",
        arguments: [
            (.none, [[]], [], true), (.one("a"), [["a"]], ["a"], false), (.all(["a", "b"]), [["a", "b"]], ["a", "b"], false),
            (.any([["a"], ["b", "a"]]), [["a"], ["b", "a"]], ["a", "b"], false), (.any([["a"], []]), [["a"], []], ["a"], true),
        ] as [(Requirement, [[String]], [String], Bool)]
    )
    func alternatives(requirement: Requirement, sets: [[String]], names: [String], isOpen: Bool) {
        #expect(requirement.alternatives == sets)
        #expect(requirement.names == names)
        #expect(requirement.isOpen == isOpen)
    }

    @Test(
        "are satisfied by whoever holds one of the sets whole, granted scopes included",
        arguments: [
            ([], .none, true), ([], .one("a"), false), (["a"], .one("a"), true), (["a"], .all(["a", "b"]), false),
            (["a", "b"], .all(["a", "b"]), true),
            (["root"], .all(["a", "b"]), true), (["b"], .any([["a"], ["b"]]), true), (["c"], .any([["a"], ["b"]]), false),
            ([], .any([["a"], []]), true),
            (["b"], .any([["a", "b"], ["a"]]), false), (["*"], .all(["a", "b"]), true),
        ] as [(Set<String>, Requirement, Bool)]
    )
    func satisfied(held: Set<String>, requirement: Requirement, isEnough: Bool) {
        var api = SchemaValidationTests.api
        api.scopes = [.init(name: "a", about: ""), .init(name: "b", about: ""), .init(name: "root", about: "", grants: .only(["a", "b"]))]
        #expect(api.scopes(held, satisfy: requirement) == isEnough)
    }
}
