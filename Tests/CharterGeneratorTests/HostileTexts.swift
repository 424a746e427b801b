/// Texts that would leave the literal or comment they stand in, if they were put there as they are.
///
/// Each has the words `evil code` and no others, so that names made of it are those of the harmless text.
enum HostileTexts {
    static let harmless = "evil code"

    static let all = [
        "evil\"; code()", "evil \\(code())", "evil\\code\\", "evil\"#; code()", "\"#evil\\#(code)", "evil\"#\u{301}; code()",
        "\"\"\"\nevil\n\"\"\"\ncode()",
        "evil\ncode()", "evil\r\ncode()", "evil\rcode()", "evil\u{2028}code()", "evil\u{85}code()", "evil*/code()/*", "evil /// code",
        "`evil` code",
        "evil\u{0}code", "evil\u{202E}code", "{{evil}} code", "& <evil> 'code'",
        "evil code {\n\n\n}", "evil " + String(repeating: "\"\\ ", count: 90) + "\n\n\n code", "${evil} $(code)",
    ]

    /// The text as a double-quoted scalar of YAML.
    static func yaml(_ text: String) -> String {
        "\""
            + text.unicodeScalars.map { scalar in
                let isPlain = scalar.value >= 0x20 && scalar.value < 0x7F && scalar != "\"" && scalar != "\\"
                if isPlain { return String(scalar) }
                let digits = String(scalar.value, radix: 16)
                return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            }.joined() + "\""
    }
}
