import Synchronization

/// A pattern of a schema, ready to search with.
///
/// `Regex` is not declared `Sendable` because it may hold closures; one that was read from text holds none, and its lazily compiled
/// program is set atomically.
struct CompiledPattern: @unchecked Sendable {
    private let regex: Regex<AnyRegexOutput>

    /// Reads a pattern as ECMA-262 does: it matches code points, and `\d`, `\w` and `\b` know ASCII only.
    private init(_ pattern: String) throws {
        regex = try Regex(pattern)
            .matchingSemantics(.unicodeScalar)
            .asciiOnlyDigits()
            .asciiOnlyWordCharacters()
            .wordBoundaryKind(.simple)
    }

    /// Whether the pattern is found anywhere in a text, as in JSON Schema.
    func isFound(in text: String) -> Bool {
        text.firstMatch(of: regex) != nil
    }

    /// The patterns that were compiled, and nil for each malformed one.
    ///
    /// Patterns come from an API's description, of which a process has few: all are kept.
    private static let compiled = Mutex<[String: CompiledPattern?]>([:])

    /// The pattern, compiled; nil if it is malformed.
    static func of(_ pattern: String) -> CompiledPattern? {
        compiled.withLock { known in
            if let found = known[pattern] { return found }
            let made = try? CompiledPattern(pattern)
            known[pattern] = .some(made)
            return made
        }
    }
}
