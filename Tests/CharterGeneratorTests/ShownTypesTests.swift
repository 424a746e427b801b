import CharterContract
@testable import CharterGenerator
import Testing

/// Which modules the public face of a declaration needs.
@Suite("Shown types")
struct ShownTypesTests {
    private let api: ResolvedAPI

    init() throws {
        api = try ContractCase(name: "library").api()
    }

    @Test(
        "are found inside lists and optionals, and as whole words only",
        arguments: [
            (["String", "[Int]?"], false, false),
            (["[Timestamp?]"], true, false),
            (["UniqueID", "[Book]"], true, true),
            ([" -> Page<Loan>"], true, true),
            (["BookShelf", "Pages<String>"], false, false),
            ([], false, false),
        ]
    )
    func modules(_ types: [String], _ runtime: Bool, _ models: Bool) {
        let shown = ShownTypes(types, in: api)
        #expect(shown.showRuntime == runtime)
        #expect(shown.showModels == models)
    }
}
