import CharterContract

/// The types that the public face of some declarations names.
struct ShownTypes {
    private let words: Set<Substring>
    private let contractTypes: [String: Schema]
    private let replyTypes: Set<String>

    /// - Parameter types: types as Swift spells them: `[Tier]`, `Timestamp?`.
    init(_ types: [String], in api: ResolvedAPI) {
        words = Set(types.flatMap { $0.split { !($0.isLetter || $0.isNumber) } })
        contractTypes = api.schemas
        replyTypes = Set(api.endpoints.compactMap(\.replyType))
    }

    /// Whether a type of `CharterRuntime` is shown.
    var showRuntime: Bool {
        SwiftType.ofRuntime.contains { words.contains($0[...]) }
    }

    /// Whether a type of the contract is shown.
    var showModels: Bool {
        words.contains { contractTypes[String($0)] != nil || replyTypes.contains(String($0)) }
    }
}
