import CharterContract
@testable import CharterGenerator
import Testing

/// Which modules a generated file sees.
@Suite("Imports")
struct SwiftImportsTests {
    private let api: ResolvedAPI

    init() throws {
        api = try ContractCase(name: "library").api()
    }

    @Test(
        "follow from the types that are shown",
        arguments: [
            (["String", "[Int]?"], false, false),
            (["[Timestamp?]"], true, false),
            (["UniqueID", "[Book]"], true, true),
            ([" -> Page<Loan>"], true, true),
            (["BookShelf", "Pages<String>"], false, false),
            ([], false, false),
        ]
    )
    func shown(_ types: [String], _ runtime: Bool, _ models: Bool) {
        let imports = SwiftImports(showing: types, in: api)
        #expect(imports.showRuntime == runtime)
        #expect(imports.showModels == models)
    }

    @Test("say whether they are public")
    func lines() {
        #expect(SwiftImports.lines([("A", true), ("B", false)]) == ["public import A", "internal import B"])
    }
}
