import CharterContract
import CharterYAML

/// The first line of a document that differs from another, behind its indentation.
///
/// - Parameter file: the old document, as messages show it.
func firstDifference(from old: [UInt8], to new: [UInt8], file: String) -> SourceSpan {
    let (old, new) = (SourceText(file: file, bytes: old), SourceText(file: file, bytes: new))
    let line = (1...max(1, old.lineCount)).first { old.lineBytes($0) != new.lineBytes($0) } ?? max(1, old.lineCount)
    let margin = old.line(line)?.prefix { $0 == " " }.count ?? 0
    return SourceSpan(file: file, at: SourcePosition(line: line, column: margin + 1))
}
