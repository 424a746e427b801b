import CharterRuntime

/// The value of a `Content-Type` field: a media type with its parameters (RFC 9110 §8.3.1).
struct ContentType {
    /// Type and subtype with the slash between them, in lower case.
    let essence: String
    /// The parameters by their names in lower case; nil where they cannot be read, or one stands twice.
    let parameters: [String: String]?

    init(_ field: String) {
        essence = field.prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
        parameters = ParameterScanner.parameters(behind: field)
    }

    /// The medium that it stands for; nil for types that no endpoint takes.
    ///
    /// Parameters mean nothing to JSON: RFC 8259 §11 defines none, and it is always UTF-8. A form may say that it is UTF-8, and nothing else.
    var medium: APIDescription.RequestRules.Media? {
        if isJSON { return .json }
        guard let parameters, ["utf-8", "utf8", nil].contains(parameters["charset"]?.lowercased()) else { return nil }
        return [.form, .multipart].first { $0.mediaType == essence }
    }

    /// What stands between the parts of a multipart body; nil where it is none (RFC 2046 §5.1.1).
    var boundary: String? {
        guard let text = parameters?["boundary"], (1...70).contains(text.utf8.count), text.utf8.last != UInt8(ascii: " ") else {
            return nil
        }
        return text.utf8.allSatisfy(Self.isBoundaryByte) ? text : nil
    }

    /// Whether it is `application/json` or has the suffix `+json` (RFC 6839 §3.1).
    private var isJSON: Bool {
        let parts = essence.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !essence.contains(",") else { return false }
        return essence == "application/json" || (parts[1].hasSuffix("+json") && parts[1] != "+json")
    }

    private static func isBoundaryByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "'()+_,-./:=? ".utf8.contains(byte)
        }
    }
}
