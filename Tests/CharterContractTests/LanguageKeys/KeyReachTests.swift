import CharterContract
import CharterOpenAPI
import CharterRuntime
import CharterYAML
import Testing

/// Whatever a contract can say reaches those who read what is made of it.
@Suite("Each key of the language")
struct KeyReachTests {
    private static let sheet = Result { try KeySheet() }
    private static let keys = (try? sheet.get().keys) ?? []

    @Test("is tried")
    func coverage() throws {
        let sheet = try Self.sheet.get()
        let tried = Set(sheet.keys.map(\.name)).union(sheet.exceptions.filter { $0.value.count == KeySheet.Output.allCases.count }.keys)
        #expect(Self.schemaKeys.filter { !tried.contains($0) } == [])
        #expect(sheet.keys.count == Set(sheet.keys.map(\.name)).count)
    }

    @Test("changes the OpenAPI document and the description, and takes a mark along", arguments: Self.keys)
    func reach(_ key: LanguageKey) throws {
        let sheet = try Self.sheet.get()
        let contracts = key.contracts(from: sheet.base)
        let (without, with, assumed) = (try api(contracts.without), try api(contracts.with), try api(contracts.assumed))
        let (before, after, marked) = (OpenAPIDocument(without).json, OpenAPIDocument(with).json, OpenAPIDocument(assumed).json)
        var reached: Set<KeySheet.Output> = []
        if before != after { reached.insert(.openAPI) }
        if without.description != with.description { reached.insert(.description) }
        if after != marked { reached.insert(.marks) }
        // Neither a key may be lost, nor a reason outlive what it excuses.
        #expect(Set(KeySheet.Output.allCases).subtracting(reached) == sheet.exceptions[key.name] ?? [])
        #expect(after.unmarked == marked.unmarked, "a mark changes nothing but marks")
    }

    private func api(_ text: String) throws -> ResolvedAPI {
        let source = SourceText(file: "contract.yaml", text: text)
        let compiled = compileContract(source)
        let api = compiled.api
        return try #require(api, "\(DiagnosticRenderer(sources: []).render(compiled.diagnostics))\n\(text)")
    }

    /// The keys of the schema, each once; those of endpoints, types, fields and parameters by what they belong to.
    private static let schemaKeys: [String] = {
        var seen: Set<OrderedJSON> = []
        var names: [String] = []
        for place in SchemaWalk.places(of: LanguageSchema.document) where !place.path.hasPrefix("/lint") {
            for map in place.maps where seen.insert(map).inserted {
                for key in map["properties"]?.members.map(\.name) ?? [] {
                    let name = owned("\(place.path)/\(key)")
                    if !names.contains(name), !name.hasPrefix("/errors/faults/") { names.append(name) }
                }
            }
        }
        return names
    }()

    private static let fieldKeys: Set = ["set", "as", "default", "initial", "deprecated"]
    private static let parameterKeys: Set = ["as", "default", "invalid", "missing", "forbidden", "deprecated"]

    /// The name of a key that stands in many places.
    private static func owned(_ path: String) -> String {
        if let match = path.wholeMatch(of: #/\/endpoints\/[A-Z]+ [^ ]*:id\/(.+)/#) { return "/endpoint/\(match.1)" }
        // What a method can say of its endpoints is the same for each.
        if let match = path.wholeMatch(of: #/\/methods\/(?:POST|PUT|PATCH|DELETE)\/(.+)/#) { return "/methods/GET/\(match.1)" }
        if let match = path.wholeMatch(of: #/\/(?:path\/name|headers\/a)\/(.+)/#) {
            return (parameterKeys.contains(String(match.1)) ? "/parameter/" : "/type/") + match.1
        }
        if let match = path.wholeMatch(of: #/\/(?:tenancy\/type|types\/[A-Za-z]+)(?:\/fields\/name)?\/(.+)/#) {
            return (fieldKeys.contains(String(match.1)) ? "/field/" : "/type/") + match.1
        }
        return path
    }
}

extension OrderedJSON {
    /// The value without marks of what is assumed.
    fileprivate var unmarked: OrderedJSON {
        switch self {
        case .array(let elements): .array(elements.map(\.unmarked))
        case .object(let members):
            .object(members.filter { $0.name != "x-charter-assumed" }.map { OrderedJSON.Member($0.name, $0.value.unmarked) })
        default: self
        }
    }
}
