import CharterContract
import CharterYAML

/// How the document of a contract differs from the one published under its version.
struct DocumentDifference {
    /// The most pointers that are shown.
    private static let shown = 3

    /// The first line that differs, in the published document.
    private let span: SourceSpan
    private let pointers: [String]

    /// - Parameter file: the published document, as messages show it.
    init(from old: [UInt8], to new: [UInt8], file: String) {
        let (oldText, newText) = (SourceText(file: file, bytes: old), SourceText(file: file, bytes: new))
        let line = (1...max(1, oldText.lineCount)).first { oldText.lineBytes($0) != newText.lineBytes($0) } ?? oldText.lineCount
        let margin = oldText.line(line)?.prefix { $0 == " " }.count ?? 0
        span = SourceSpan(file: file, at: SourcePosition(line: max(1, line), column: margin + 1))
        pointers = JSONValue(old).flatMap { old in JSONValue(new).map { old.pointers(differingFrom: $0) } } ?? []
    }

    /// Where the document was published, and what differs there.
    var note: Diagnostic.Note {
        Diagnostic.Note(message, at: span)
    }

    private var message: String {
        if pointers.isEmpty { return "the published document says the same in another text, from here on" }
        let places = pointers.prefix(Self.shown).map { $0.isEmpty ? "its root" : $0 }.joined(separator: ", ")
        let rest = pointers.count - Self.shown
        return "the published document differs at \(places)" + (rest > 0 ? " and \(rest) more place\(rest == 1 ? "" : "s")" : "")
    }
}
