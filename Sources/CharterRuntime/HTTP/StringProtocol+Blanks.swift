extension StringProtocol {
    /// The text without spaces and tabs around it (RFC 9110 §5.6.3).
    package var withoutBlanks: String {
        var rest = self[...]
        while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return String(rest)
    }
}
