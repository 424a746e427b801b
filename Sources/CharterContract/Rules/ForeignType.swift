/// What other languages call the types of this one.
enum ForeignType {
    /// What to write for the name of a type that there is not.
    static func mend(_ name: String) -> String? {
        if let match = name.wholeMatch(of: /(\w+) ?\| ?null|\?(\w+)/) { return "write '\(match.1 ?? match.2 ?? "string")?'" }
        if let element = element(name) { return "write { list: \(element) }" }
        if let mend = mends[name.lowercased()] { return mend }
        return equals.first { $0.names.contains(name.lowercased()) }.map { "write \($0.type)" }
    }

    /// The element of a list that is written as other languages do: `Order[]`, `[Order]`, `List<Order>`, `list of Order`.
    private static func element(_ name: String) -> Substring? {
        if let match = name.wholeMatch(of: /\[(.+)\]|(.+)\[\]/) { return match.1 ?? match.2 }
        return name.wholeMatch(of: /(?:[Ll]ist|[Aa]rray|[Ss]et)(?:<| of | )(.+?)>?/)?.1
    }

    private static let equals: [(names: Set<String>, type: String)] = [
        (["str", "text", "varchar", "char", "password", "phone", "binary", "byte", "bytes", "file", "currency"], "string"),
        (["int", "int32", "int64", "long", "short", "bigint"], "integer"),
        (["float", "double"], "number"), (["money", "price", "numeric", "bigdecimal"], "decimal"),
        (["bool"], "boolean"), (["guid"], "uuid"), (["url", "link"], "uri"), (["json", "mixed", "unknown"], "any"),
        (["datetime", "date-time", "time", "timestamptz", "instant"], "timestamp"),
        (["array", "list", "set"], "{ list: T }"), (["map", "dict", "dictionary"], "{ map: T }"),
        (["object"], "{ fields: { … } }"), (["enum"], "{ enum: [a, b] }"),
    ]

    private static let nothing = "write { 204: none } for a reply without a body, 'string?' for what may be null"
    private static let mends = ["null": nothing, "~": nothing, "none": nothing, "nothing": nothing, "void": nothing]
}
