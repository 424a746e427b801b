import CYAML

/// What libyaml says when it cannot go on: a problem, what it was doing, and both places.
struct SyntaxComplaint {
    /// What is wrong, such as `could not find expected ':'`.
    var problem: String
    /// Where.
    var position: SourcePosition
    /// What libyaml was doing, such as `while scanning a simple key`.
    var context: String?
    /// Where that began.
    var contextPosition: SourcePosition
    /// The byte at which the text cannot even be decoded.
    var undecodableByte: Int?

    /// Takes over what a parser that failed remembers.
    init(_ parser: yaml_parser_t) {
        problem = parser.problem.map { String(cString: $0) } ?? "out of memory"
        position = SourcePosition(parser.problem_mark)
        context = parser.context.map { String(cString: $0) }
        contextPosition = SourcePosition(parser.context_mark)
        undecodableByte = parser.error == YAML_READER_ERROR ? Int(parser.problem_offset) : nil
    }

    /// What began at the context's place, in a reader's words.
    var unfinished: String? {
        guard let context else { return nil }
        return Self.constructs.first { context.hasSuffix($0.term) }?.name
    }

    private static let constructs: [(term: String, name: String)] = [
        ("simple key", "key"),
        ("quoted scalar", "quoted text"),
        ("plain scalar", "text"),
        ("block scalar", "block of text"),
        ("flow sequence", "list"),
        ("block collection", "list"),
        ("mapping", "mapping"),
        ("directive", "directive"),
        ("anchor", "anchor"),
        ("alias", "alias"),
        ("tag", "tag"),
        ("node", "value"),
    ]
}
