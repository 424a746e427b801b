import HTTPTypes

/// A request as a line that can be pasted into a POSIX shell.
struct CurlLine {
    let text: String

    init(_ head: HTTPRequest, body: [UInt8]?) {
        var words = ["curl", "-i", "-X", head.method.rawValue]
        words.append(Self.quoted("\(head.scheme ?? "http")://\(head.authority ?? "")\(head.path ?? "/")"))
        for field in head.headerFields {
            words += ["-H", Self.quoted("\(field.name.rawName): \(field.value)")]
        }
        if let body { words += ["--data-raw", Self.quoted(String(decoding: body, as: UTF8.self))] }
        text = words.joined(separator: " ")
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: #"'\''"#) + "'"
    }
}
