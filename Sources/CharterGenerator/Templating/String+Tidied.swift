extension String {
    /// Source text as formatters leave it: no white space at the end of a line, no two blank lines together, none at an edge of the file or
    /// behind an opening or before a closing brace.
    var tidied: String {
        let (space, newline) = (UInt8(ascii: " "), UInt8(ascii: "\n"))
        // Everything that is generated comes through here, so its bytes are looked at and not its characters.
        var text: [UInt8] = []
        text.reserveCapacity(utf8.count + 1)
        var followsBlank = false
        for line in Array(utf8).split(separator: newline, omittingEmptySubsequences: false) {
            guard let first = line.first(where: { $0 != space }), let last = line.lastIndex(where: { $0 != space }) else {
                followsBlank = true
                continue
            }
            let isAtEdge = text.isEmpty || text[text.count - 2] == UInt8(ascii: "{") || first == UInt8(ascii: "}")
            if followsBlank, !isAtEdge { text.append(newline) }
            text += line[...last]
            text.append(newline)
            followsBlank = false
        }
        return text.isEmpty ? "\n" : String(decoding: text, as: UTF8.self)
    }
}
