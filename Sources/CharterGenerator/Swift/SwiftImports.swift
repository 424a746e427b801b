import CharterContract

/// The imports of a generated file: `public` for the modules that its public declarations show, `internal` for the others.
///
/// Every import says which it is, so that generated code compiles with and without `InternalImportsByDefault`.
struct SwiftImports {
    private let words: Set<Substring>
    private let contractTypes: [String: Schema]

    /// - Parameter types: the types that public declarations of the file name: `[Tier]`, `Timestamp?`.
    init(showing types: [String], in api: ResolvedAPI) {
        words = Set(types.flatMap { $0.split { !($0.isLetter || $0.isNumber) } })
        contractTypes = api.schemas
    }

    /// Whether a type of `CharterRuntime` is shown.
    var showRuntime: Bool {
        SwiftType.ofRuntime.contains { words.contains($0[...]) }
    }

    /// Whether a type of the contract is shown.
    var showModels: Bool {
        words.contains { contractTypes[String($0)] != nil }
    }

    /// The lines, in the order given.
    static func lines(_ modules: [(name: String, isShown: Bool)]) -> [String] {
        modules.map { "\($0.isShown ? "public" : "internal") import \($0.name)" }
    }
}
