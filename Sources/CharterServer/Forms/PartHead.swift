/// The header fields of a part of a form (RFC 7578 §4).
struct PartHead {
    private var disposition: String?
    private var type: String?

    /// Takes a line; fields that mean nothing to a form are passed over (§4.8).
    ///
    /// - Throws: ``MalformedForm``
    mutating func add(_ line: ArraySlice<UInt8>) throws(MalformedForm) {
        guard let text = String(validating: line, as: UTF8.self), let colon = text.firstIndex(of: ":"), colon > text.startIndex,
            text.first != " ", text.first != "\t"
        else { throw MalformedForm(message: "has a part with a line that is no header field") }
        let value = String(text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
        switch text[..<colon].lowercased() {
        case "content-disposition":
            guard disposition == nil else { throw MalformedForm(message: "has a part with two dispositions") }
            disposition = value
        case "content-type": type = value
        case "content-transfer-encoding":
            // §4.7 has done away with it; what means nothing over HTTP may still stand there.
            guard ["7bit", "8bit", "binary"].contains(value.lowercased()) else {
                throw MalformedForm(message: "has a part with a transfer encoding")
            }
        default: break
        }
    }

    /// The field that the part is.
    ///
    /// - Throws: ``MalformedForm``
    func field(_ content: ArraySlice<UInt8>) throws(MalformedForm) -> FormField {
        guard let disposition, ContentType(disposition).essence == "form-data",
            let parameters = ParameterScanner.parameters(behind: disposition), let name = parameters["name"].map(Self.unescaped)
        else { throw MalformedForm(message: "has a part without a name") }
        let isFile = parameters["filename"] != nil || parameters["filename*"] != nil
        guard !isFile, isPlainText else { return FormField(name: name, content: .file) }
        guard let text = String(validating: content, as: UTF8.self) else { throw MalformedForm(message: "has a part that is not UTF-8") }
        return FormField(name: name, content: .text(text))
    }

    /// Whether what it holds is a text of Unicode.
    private var isPlainText: Bool {
        guard let type = type.map(ContentType.init) else { return true }
        guard type.essence == "text/plain", let parameters = type.parameters else { return false }
        return ["utf-8", "utf8", "us-ascii", nil].contains(parameters["charset"]?.lowercased())
    }

    /// A name with what browsers escape in it: quotes and the ends of lines (HTML Standard §4.10.21.8).
    private static func unescaped(_ name: String) -> String {
        [("%22", "\""), ("%0D", "\r"), ("%0A", "\n")].reduce(name) {
            $0.replacing($1.0, with: $1.1).replacing($1.0.lowercased(), with: $1.1)
        }
    }
}
