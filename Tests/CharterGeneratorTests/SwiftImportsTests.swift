import CharterContract
@testable import CharterGenerator
import Testing

/// Which modules a generated file imports.
@Suite("Imports")
struct SwiftImportsTests {
    private let imports = SwiftImports(("Shown", true), (nil, true), ("Hidden", false))

    @Test("say how far each is seen, in alphabetical order")
    func lines() {
        #expect(imports.lines(access: .public) == ["import Hidden", "public import Shown"])
        let package = ["#if hasFeature(InternalImportsByDefault)", "package import Shown", "#else", "import Shown", "#endif"]
        #expect(imports.lines(access: .package) == ["import Hidden"] + package)
        #expect(imports.lines(access: .internal) == ["import Hidden", "import Shown"])
    }

    @Test("of declarations in one file are as wide as any needs")
    func union() {
        var imports = imports
        imports.formUnion(SwiftImports(("Hidden", true), ("Shown", false), ("Third", false)))
        #expect(imports.lines(access: .public) == ["public import Hidden", "public import Shown", "import Third"])
    }
}
