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

    @Test("of single declarations stand behind those of modules, and leave the rest of their module out")
    func declarations() {
        let some = imports.showing(["protocol Place", "struct Name"], of: "Framework")
        let lines = [
            "import Hidden", "public import Shown", "", "public import protocol Framework.Place", "public import struct Framework.Name",
        ]
        #expect(some.lines(access: .public) == lines)
        var both = imports
        both.formUnion(some)
        #expect(both.lines(access: .public) == lines)
        #expect(some.lines(access: .internal).suffix(2) == ["import protocol Framework.Place", "import struct Framework.Name"])
    }
}
