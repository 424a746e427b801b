import CharterContract
import CharterRuntime
import CharterYAML
import Testing

/// The JSON Schema of the language and the reader of contracts say the same: place by place, each is asked what may stand there.
@Suite("The schema of the language")
struct SchemaReaderTests {
    private static let document = LanguageSchema.document
    private static let samples = SchemaSamples(document: document)
    private static let places = SchemaWalk.places(of: document)
    private static let stranger = "zqzqzqzqzq"

    @Test("knows every place that the reader has keys for")
    func size() {
        #expect(Self.places.count > 500)
        #expect(Self.places.filter { !$0.maps.isEmpty }.count > 60)
    }

    @Test("has the keys that the reader knows, at every place")
    func keys() throws {
        for place in Self.places {
            for map in place.maps {
                let known = try #require(map["properties"]).members.map(\.name)
                let members = Self.samples.companions(of: nil, in: map)
                let value = Self.samples.sample(map["properties"]?.members.first?.value ?? .null)
                let faults = Self.faults(in: place.contract(.object(members + [.init(Self.stranger, value)])))
                let said = faults.compactMap { Self.keys(in: $0) }.first ?? []
                #expect(said.sorted() == known.sorted(), "\(place.path)")
            }
        }
    }

    @Test("has the words that the reader knows, at every place")
    func words() {
        // Maps of several forms, such as those of paging, have a place of one path in each.
        let wordsByPath = Dictionary(grouping: Self.places, by: \.path).mapValues { Set($0.flatMap(\.words).compactMap(\.text)) }
        for place in Self.places where !place.words.isEmpty {
            let words = wordsByPath[place.path] ?? []
            let faults = Self.faults(in: place.contract(.string(Self.stranger)))
            let known = faults.compactMap { Self.words(in: $0) }
            #expect(place.takesTexts || !faults.isEmpty, "\(place.path): the reader takes any word")
            for word in known.flatMap({ $0 }) where !words.contains(word) {
                // A word may be wrong beside the keys that happen to stand around it, and is a word of the place all the same.
                let isRefused = Self.faults(in: place.contract(.string(word))).contains { !Self.isBetweenKeys($0) }
                #expect(isRefused, "\(place.path): the schema lacks '\(word)'")
            }
        }
    }

    @Test("has the words of what a limit is counted by, beside which a tenancy has one of its own")
    func partitions() throws {
        let place = try #require(Self.places.first { $0.path == "/limits/a/by" })
        #expect(Set(place.words.compactMap(\.text)) == Set(UnknownPartition.always + ["tenant"]))
    }

    @Test("allows nothing that the reader refuses")
    func values() {
        for place in Self.places {
            for value in place.alternatives.flatMap({ $0["enum"]?.elements ?? [Self.samples.sample($0)] }) {
                let faults = Self.faults(in: place.contract(value)).filter { !Self.isBetweenKeys($0) }.map(\.message)
                #expect(faults == [], "\(place.path): \(value.compactText)")
            }
        }
    }

    @Test("allows a list and a map wherever the reader does")
    func kinds() {
        for place in Self.places {
            for value in place.misplaced {
                let isRefused = !Self.faults(in: place.contract(value)).isEmpty
                #expect(isRefused, "\(place.path): the reader takes \(value.compactText)")
            }
        }
    }

    @Test("requires what the reader requires")
    func requirements() throws {
        for place in Self.places {
            for map in place.maps {
                let members = Self.samples.companions(of: nil, in: map)
                for key in map["required"]?.elements.compactMap(\.text) ?? [] {
                    let isRefused = !Self.faults(in: place.contract(.object(members.filter { $0.name != key }))).isEmpty
                    #expect(isRefused, "\(place.path): the reader does without '\(key)'")
                }
            }
        }
    }

    // MARK: What the reader says

    /// Faults that lie between several keys, of which the schema knows nothing.
    private static let betweenKeys: Set = [
        "burst-misplaced", "credential-place", "duplicate-value", "end-never-stated", "holds-misplaced", "incomplete-order",
        "limit-without-effect", "member-of-a-list", "missing-kind", "missing-relation", "token-kinds", "total-never-stated",
        "use-misplaced", "window-misplaced",
    ]

    private static func isBetweenKeys(_ fault: Diagnostic) -> Bool {
        betweenKeys.contains(fault.rule) || fault.message.hasSuffix("tells one fault of several")
    }

    private static func faults(in contract: OrderedJSON) -> [Diagnostic] {
        let source = SourceText(file: "contract.yaml", text: contract.contractText)
        return readContract(source) { path in SourceText(file: path, text: "types: {}\n") }.diagnostics.filter(\.isError)
    }

    /// The keys that a place has, by a fault that finds another one there.
    private static func keys(in fault: Diagnostic) -> [String]? {
        guard fault.message.contains("'\(stranger)'") else { return nil }
        switch fault.rule {
        case "unknown-rule": return Array(ContractRules.severities.keys)
        case "unknown-fault": return Problem.Code.allCases.map(\.rawValue)
        case "invalid-method": return Endpoint.Method.allCases.map(\.rawValue)
        case "unknown-key": return fault.help.map { names(in: $0) }
        default: return nil
        }
    }

    /// The names behind `the keys` and `the key`.
    private static func names(in help: String) -> [String] {
        guard let start = help.firstRange(of: "the key") else { return [] }
        return help[start.upperBound...].drop { $0 == "s" }.split(separator: #/, | and /#).map { name in
            String(name.filter { $0 != "'" && $0 != " " })
        }
    }

    /// The words that a place has, by a fault that finds another one there.
    private static func words(in fault: Diagnostic) -> [String]? {
        if fault.rule == "unknown-role", let help = fault.help, let list = help.split(separator: ";").first {
            return list.replacing("the roles are ", with: "").split(separator: #/, | and /#).map(String.init)
        }
        guard let end = fault.message.firstRange(of: ", found '\(stranger)'") else {
            return fault.message.contains(stranger) ? [] : nil
        }
        return fault.message[..<end.lowerBound].matches(of: /'([^']*)'/).map { String($0.1) }
    }
}
