import HTTPTypes

/// A request as a line that can be pasted into a POSIX shell.
struct CurlLine {
    /// The longest body that is shown whole, in bytes as it is spelled: a word of a command may have 128 KiB on Linux.
    private static let longestBody = 100 << 10
    /// How much of a longer body is shown, in characters.
    private static let shownBody = 1_000

    let text: String

    /// - Parameter redaction: Takes keys out of the parts, before they are spelled for the shell or cut.
    init(_ head: HTTPRequest, body: [UInt8]?, redaction: Redaction) {
        let quoted = { (text: String) in Self.quoted(redaction.apply(to: text)) }
        // A client that was told to use HEAD by `-X` would wait for a body.
        var words = head.method == .head ? ["curl", "-I"] : ["curl", "-i", "-X", head.method.rawValue]
        words.append(quoted("\(head.scheme ?? "http")://\(head.authority ?? "")\(head.path ?? "/")"))
        for field in head.headerFields {
            // With a colon and nothing behind it, a field is left out.
            words += ["-H", quoted(field.value.isEmpty ? "\(field.name.rawName);" : "\(field.name.rawName): \(field.value)")]
        }
        var before = ""
        var remarks = redaction.credentials(in: head).map { "credentials[\($0)]" }
        if let body {
            let isText = !body.contains(0) && String(validating: body, as: UTF8.self) != nil
            let spelled = redaction.apply(to: isText ? String(decoding: body, as: UTF8.self) : Self.format(body))
            let isWhole = spelled.utf8.count <= Self.longestBody
            let shown = isWhole ? spelled : spelled.prefix(Self.shownBody) + "…"
            if isText {
                words += ["--data-raw", Self.quoted(shown)]
            } else {
                before = "printf \(Self.quoted(shown)) | "
                words += ["--data-binary", "@-"]
            }
            if !isWhole { remarks.append("the body is cut here: it has \(body.count) bytes") }
        }
        text = before + words.joined(separator: " ") + (remarks.isEmpty ? "" : " # \(remarks.joined(separator: ", "))")
    }

    /// Bytes that are no text as a format of `printf`, in which those that do not stand for themselves are octal numbers.
    private static func format(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            if (0x20...0x7e).contains(byte), byte != UInt8(ascii: "%"), byte != UInt8(ascii: "\\") { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 8)
            return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        }.joined()
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: #"'\''"#) + "'"
    }
}
