import CharterContract

/// The types that the public face of some declarations names.
struct ShownTypes {
    private let words: Set<Substring>
    private let api: ResolvedAPI

    /// - Parameter types: types as Swift spells them: `[Tier]`, `Timestamp?`.
    init(_ types: [String], in api: ResolvedAPI) {
        words = Set(types.flatMap { $0.split { !($0.isLetter || $0.isNumber) } })
        self.api = api
    }

    /// Whether a type of `CharterRuntime` is shown.
    var showRuntime: Bool {
        SwiftType.ofRuntime.contains { words.contains($0[...]) }
    }

    /// Whether a type of the contract is shown.
    var showModels: Bool {
        words.contains { api.schemas[String($0)] != nil || isReply($0) }
    }

    /// Whether the word is the type of some endpoint's reply; only for words that end like one, all endpoints are asked.
    private func isReply(_ word: Substring) -> Bool {
        word.hasSuffix("Reply") && api.endpoints.contains { $0.replyType.map { $0 == word } ?? false }
    }
}
