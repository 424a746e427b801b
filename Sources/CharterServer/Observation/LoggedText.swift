extension String {
    /// The longest text from outside that is logged, in code points.
    static let longestLogged = 256

    /// The text as a log can take it from whoever wrote it: cut where it is long, and without anything that a log could take for the end of an entry.
    var logged: String { logged(atMost: Self.longestLogged) }

    /// The same, cut behind so many code points.
    func logged(atMost longest: Int) -> String {
        let scalars = unicodeScalars
        guard utf8.count > longest || !utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return self }
        var text = String.UnicodeScalarView()
        for scalar in scalars.prefix(longest) {
            let isVisible = scalar.isASCII ? scalar.value >= 0x20 && scalar.value != 0x7F : scalar.isLoggable
            text.append(contentsOf: isVisible ? String(scalar).unicodeScalars : "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
        }
        return scalars.count > longest ? String(text) + "…" : String(text)
    }
}

extension Unicode.Scalar {
    /// Whether it shows, and turns nothing around it: no control, no separator of lines, no sign that only gives a direction.
    fileprivate var isLoggable: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        default: true
        }
    }
}
