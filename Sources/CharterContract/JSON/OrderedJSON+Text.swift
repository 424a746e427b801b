extension OrderedJSON {
    /// The value as JSON text on one line.
    package var compactText: String {
        var text = ""
        write(to: &text, indentation: nil)
        return text
    }

    /// The value as JSON text, indented by two spaces a level, with a newline at its end.
    package var prettyText: String {
        var text = ""
        write(to: &text, indentation: "\n")
        text += "\n"
        return text
    }

    /// - Parameter indentation: a newline and the spaces of this level; nil for text on one line.
    func write(to text: inout String, indentation: String?) {
        switch self {
        case .null: text += "null"
        case .boolean(let value): text += value ? "true" : "false"
        case .number(let digits): text += digits
        case .string(let value): Self.write(value, to: &text)
        case .array(let values):
            Self.write(values, between: ("[", "]"), to: &text, indentation: indentation) { value, text, deeper in
                value.write(to: &text, indentation: deeper)
            }
        case .object(let members):
            Self.write(members, between: ("{", "}"), to: &text, indentation: indentation) { member, text, deeper in
                Self.write(member.name, to: &text)
                text += deeper == nil ? ":" : ": "
                member.value.write(to: &text, indentation: deeper)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element],
        between brackets: (open: String, close: String),
        to text: inout String,
        indentation: String?,
        element write: (Element, inout String, String?) -> Void
    ) {
        text += brackets.open
        let deeper = indentation.map { $0 + "  " }
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            text += deeper ?? ""
            write(element, &text, deeper)
        }
        if !elements.isEmpty { text += indentation ?? "" }
        text += brackets.close
    }

    /// A JSON string (RFC 8259 §7); what need not be escaped is not.
    static func write(_ value: String, to text: inout String) {
        text += "\""
        // Most texts need no escapes.
        if value.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            text += value
            text += "\""
            return
        }
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
