import Foundation
import Testing

/// The output depends on nothing but the contract.
@Suite("The same bytes come out")
struct PlaceTests {
    @Test("in two folders")
    func folders() async throws {
        #expect(try await Self.generated(in: Workspace("shop")) == Self.generated(in: Workspace("shop")))
    }

    @Test("in a folder with spaces and letters beyond ASCII")
    func name() async throws {
        let odd = try Workspace("shop", named: "Übung 1 – 日本 'x' 100%41")
        #expect(try await Self.generated(in: odd) == Self.generated(in: Workspace("shop")))
    }

    @Test("from another working directory, with relative and with absolute paths")
    func paths() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try workspace.makeFolder("deep/down")
        let spec = workspace.url("spec/shop.yaml").path
        let absolute = workspace.url("absolute").path
        try await workspace.charter("generate", "../../spec/shop.yaml", "--output", "../../relative", in: "deep/down")
        try await workspace.charter("generate", spec, "--output", absolute, in: "deep/down")
        try await workspace.charter("generate", "./spec/../spec/shop.yaml", "--output", "slash/")
        let expected = try workspace.files(below: "Generated").mapValues(\.bytes)
        for folder in ["relative", "absolute", "slash"] {
            #expect(try workspace.files(below: folder).mapValues(\.bytes) == expected, "\(folder)")
        }
        #expect(try workspace.files(below: "deep").isEmpty)
    }

    @Test("from contracts and into folders with odd names, which are shown as they are")
    func oddNames() async throws {
        let workspace = try Workspace("shop")
        try workspace.write(Workspace.contract("shop"), to: "my specs/Läden – 店.yaml")
        let run = try await workspace.charter("generate", "my specs/Läden – 店.yaml", "--output", "für alle/out put")
        #expect(run.ending == .holds)
        #expect(run.output.hasPrefix("für alle/out put/Shop: "))
        try workspace.edit("my specs/Läden – 店.yaml", "api: Shop", "api: no name")
        #expect(try await workspace.charter("lint", "my specs/Läden – 店.yaml").errors.hasPrefix("my specs/Läden – 店.yaml:2:6: error: "))
    }

    @Test("whatever the order in which contracts are named")
    func order() async throws {
        let workspace = try Workspace("shop", "library")
        try await workspace.charter("generate", "spec/shop.yaml", "spec/library.yaml")
        let run = try await workspace.charter("generate", "spec/library.yaml", "spec/shop.yaml", "--check")
        #expect(run.ending == .holds)
    }

    private static func generated(in workspace: Workspace) async throws -> [String: Data] {
        try await workspace.charter("generate")
        return try workspace.files(below: "Generated").mapValues(\.bytes)
    }
}
