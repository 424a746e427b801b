import Testing

@Suite("charter schema")
struct SchemaTests {
    @Test("prints the schema, and writes the same into a file")
    func output() async throws {
        let workspace = try Workspace()
        let printed = try await workspace.charter("schema")
        #expect(printed.ending == .holds)
        #expect(printed.errors.isEmpty)
        #expect(printed.output.hasPrefix("{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\""))
        let written = try await workspace.charter("schema", "--output", "spec/a.json")
        #expect(written.output == "spec/a.json: written\n")
        #expect(try workspace.text("spec/a.json") == printed.output)
        #expect(try await workspace.charter("schema", "--output", "spec/a.json").output == "spec/a.json: unchanged\n")
    }

    @Test("replaces the schema of another version")
    func update() async throws {
        let workspace = try Workspace()
        let schema = try await workspace.charter("schema").output
        try workspace.write(schema.replacing("Version of this language", with: "Version"), to: "a.json")
        #expect(try await workspace.charter("schema", "--output", "a.json").ending == .holds)
        #expect(try workspace.text("a.json") == schema)
    }

    @Test("replaces nothing else")
    func foreign() async throws {
        let workspace = try Workspace()
        try workspace.write("{}\n", to: "a.json")
        let run = try await workspace.charter("schema", "--output", "a.json")
        #expect(run.ending == .findings)
        #expect(run.errors == "error: a.json is no schema of contracts, so it is not replaced: choose another name with --output\n")
        #expect(try workspace.text("a.json") == "{}\n")
    }
}
