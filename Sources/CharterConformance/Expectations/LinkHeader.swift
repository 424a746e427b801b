/// The links of a `Link` header field (RFC 8288 §3).
enum LinkHeader {
    /// The target of the link with the relation `next`, or nil.
    static func next(in value: String) -> String? {
        var rest = value[...]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let target = rest[rest.index(after: open)..<close]
            let parameters = rest[close...].dropFirst().prefix { $0 != "<" }
            if relations(in: parameters).contains("next") { return String(target) }
            rest = rest[parameters.endIndex...]
        }
        return nil
    }

    /// The relations of one link: one word, or several in quotation marks.
    private static func relations(in parameters: Substring) -> [String] {
        parameters.split(whereSeparator: { $0 == ";" || $0 == "," }).flatMap { parameter -> [String] in
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].filter({ $0 != " " }).lowercased() == "rel" else { return [] }
            return parts[1].split(whereSeparator: { $0 == " " || $0 == "\"" }).map { $0.lowercased() }
        }
    }
}
