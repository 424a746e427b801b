import CharterContract
import CharterYAML
import Testing

/// The reference of the language, its schema and its reader say the same.
@Suite("The reference of the language")
struct ReferenceTests {
    /// The tables of keys: in which section each stands, and the place of the map whose keys it lists.
    private static let tables: [(section: String, places: [String])] = [
        ("Top level", [""]),
        ("Credentials", ["/credentials/a", "/credentials/a/kinds/a"]),
        ("Tenancy", ["/tenancy"]),
        ("Limits", ["/limits/a", "/limitHeaders"]),
        ("Pagination", ["/pagination/a"]),
        ("Idempotency", ["/idempotency/a"]),
        ("Requests", ["/requests"]),
        ("JSON", ["/json"]),
        ("Responses", ["/envelope"]),
        ("Errors", ["/errors"]),
    ]

    private let reference: LanguageReference
    private let places = SchemaWalk.places(of: LanguageSchema.document)

    init() throws {
        reference = try LanguageReference()
    }

    /// The keys of the maps that may stand at a place.
    private func keys(_ path: String) -> Set<String> {
        let maps = places.filter { $0.path == path }.flatMap(\.maps)
        return Set(maps.flatMap { $0["properties"]?.members.map(\.name) ?? [] })
    }

    @Test("lists the keys of the schema, section by section", arguments: Self.tables.map(\.section))
    func keyTables(_ section: String) throws {
        let found = reference.tables.filter { $0.section == section && $0.heading == "key" }.map { Set($0.keys) }
        var expected = try #require(Self.tables.first { $0.section == section }).places.map(keys)
        // What each style of paging has of its own stands in a table of styles.
        if section == "Pagination" {
            expected = [expected[0].subtracting(["offset", "page", "cursor", "after", "before", "rels", "end"]).union(["end"])]
        }
        #expect(found == expected)
    }

    @Test("lists the styles of paging, and what each has of its own")
    func styles() throws {
        let table = try #require(reference.tables.first { $0.heading == "style" })
        let styles = places.filter { $0.path == "/pagination/a/style" }.flatMap(\.words).compactMap(\.text)
        #expect(table.keys == styles)
    }

    @Test("lists the keys of endpoints, types, fields and parameters")
    func manyTables() {
        func table(_ section: String, _ heading: String) -> Set<String> {
            Set(reference.tables.filter { $0.section == section && $0.heading == heading }.flatMap(\.keys))
        }
        #expect(table("Endpoints", "key") == keys("/endpoints/GET /orders/:id"))
        let rules = reference.tables.first { $0.heading == "rule" && $0.section == "Endpoints" }?.keys ?? []
        let ruleKeys = rules.flatMap { $0.matches(of: #/([a-z-]+): /#).map { String($0.1) } }
        #expect(Set(ruleKeys) == keys("/endpoints/GET /orders/:id/rules/0"))
        #expect(table("Parameters", "key") == keys("/path/name").subtracting(keys("/types/Order")))
        let forms = (reference.tables.first { $0.heading == "form" }?.keys ?? []).compactMap { text in
            text.prefixMatch(of: #/([a-z]+): /#).map { String($0.1) }
        }
        let typeKeys = Set(forms).union(table("Types", "key"))
        let fieldKeys = keys("/tenancy/type/fields/name")
        // What belongs to one form alone is told of beside it.
        #expect(typeKeys == keys("/types/Order").union(fieldKeys).subtracting(["unique", "closed"]))
    }

    @Test("names every key somewhere")
    func mentions() {
        let words = Set(reference.text.matches(of: /[A-Za-z][A-Za-z-]*/).map { String($0.0) })
        for place in places {
            for key in keys(place.path) {
                // Of credentials the reference writes the ends of the names alone.
                let end = key.replacing(#/^credential-/#, with: "-")
                let isNamed = words.contains(key) || reference.text.contains("`\(end)`")
                #expect(isNamed, "\(place.path)/\(key)")
            }
        }
    }

    // MARK: Examples

    /// Sections about something else than what a contract says.
    private static let withoutExamples: Set = [
        "What holds everywhere", "Completion in editors", "What the language cannot say yet", "What goes into OpenAPI beyond the standard",
    ]

    @Test("has an example in every section")
    func examples() {
        let sections = Set(reference.examples.map(\.section))
        let missing = reference.sections.filter { !sections.contains($0) && !Self.withoutExamples.contains($0) }
        #expect(missing == [])
    }

    @Test("has examples that are read without a fault, and have a meaning where they are whole")
    func validity() {
        for example in reference.examples {
            let isWhole = example.text.hasPrefix("charter:")
            let head = [
                "api: Shop", "title: Shop API", "version: 1.0.0", "servers: { production: https://api.shop.example }", "promise: none",
            ]
            let missing = (head + ["endpoints: {}"]).filter { line in
                !example.text.split(separator: "\n").contains { $0.hasPrefix(line.prefix { $0 != " " }) }
            }
            let text = isWhole ? example.text : "charter: 1\n" + missing.joined(separator: "\n") + "\n" + example.text
            let source = SourceText(file: "example.yaml", text: text)
            let faults =
                isWhole
                ? compileContract(source).diagnostics
                : readContract(source) { path in SourceText(file: path, text: "types: {}\n") }.diagnostics
            #expect(faults.map(\.message) == [], "\(example.section): \(example.text)")
        }
    }
}
