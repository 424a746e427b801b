extension YAMLFault {
    /// libyaml could not read on.
    static func unreadable(_ complaint: SyntaxComplaint, in source: SourceText) -> YAMLFault {
        if let byte = complaint.undecodableByte { return undecodable(byte, complaint, in: source) }

        let wording = wording(of: complaint, in: source)
        var note: Note?
        if let unfinished = complaint.unfinished, complaint.contextPosition != complaint.position {
            let place = SourceSpan(file: source.file, at: complaint.contextPosition)
            note = Note(span: place, message: "the \(unfinished) begins here")
        }
        return YAMLFault(
            message: wording.message,
            rule: "yaml-syntax",
            // libyaml ends a last line that lacks its line end, and may point behind it.
            span: SourceSpan(file: source.file, at: min(complaint.position, source.end)),
            help: wording.help,
            related: note
        )
    }

    private static func wording(of complaint: SyntaxComplaint, in source: SourceText) -> SyntaxWording {
        if let wording = SyntaxWording.known[complaint.problem] { return wording }
        if complaint.problem == "found character that cannot start any token",
            let character = source.line(complaint.position.line)?.unicodeScalars.dropFirst(complaint.position.column - 1).first
        {
            return .cannotStart(character)
        }
        return SyntaxWording(message: complaint.context.map { "\(complaint.problem) \($0)" } ?? complaint.problem)
    }

    private static func undecodable(_ byte: Int, _ complaint: SyntaxComplaint, in source: SourceText) -> YAMLFault {
        let isControl = complaint.problem == "control characters are not allowed"
        var first = byte
        if complaint.problem == "invalid trailing UTF-8 octet" {
            // libyaml points at the byte that breaks off the code point; the reader looks for the one that begins it.
            repeat { first -= 1 } while first > 0 && !source.bytes[first].beginsCodePoint
        }
        let value = source.bytes.indices.contains(first) ? "0x" + String(source.bytes[first], radix: 16, uppercase: true) : "the last byte"
        return YAMLFault(
            message: isControl ? "control characters such as \(value) are not allowed" : "\(value) is not UTF-8",
            rule: isControl ? "control-character" : "not-utf8",
            span: SourceSpan(file: source.file, at: source.position(ofByte: first)),
            help: isControl ? "remove it, or write it as an escape in a double-quoted text" : "save the file as UTF-8"
        )
    }
}
