/// A key that other languages have, OpenAPI and JSON Schema before all, and what this one has in its place.
struct ForeignKey {
    /// Whoever comes from elsewhere tries these, in small letters.
    let words: Set<String>
    /// The key of this language that does its work: only a map that has this key knows the foreign one.
    let key: String
    /// What to write.
    let help: String

    init(_ words: String, _ key: String, _ help: String) {
        self.words = Set(words.split(separator: " ").map(String.init))
        self.key = key
        self.help = help
    }

    /// What is meant by a key that a map does not have.
    ///
    /// - Parameter keys: those that the map has.
    static func meant(by word: String, among keys: [String]) -> ForeignKey? {
        let beginning = word.prefix { $0 != ":" }
        if beginning.count < word.count, keys.contains(String(beginning)) {
            return ForeignKey("", String(beginning), "put a space behind the colon")
        }
        let word = word.lowercased()
        return all.first { $0.words.contains(word) && keys.contains($0.key) }
    }

    private static let all = [
        // Texts and names.
        ForeignKey("message reason description", "when", "write 'when:'"),
        ForeignKey("summary title", "does", "write 'does:'"),
        ForeignKey("description summary title desc doc docs documentation comment", "about", "write 'about:'"),
        ForeignKey("operationid name", "id", "write 'id:'"),
        ForeignKey("name", "api", "write 'api:' for the name in code, 'title:' for the name people read"),
        ForeignKey("info", "title", "write 'title:', 'version:' and 'about:' at the top"),

        // Types.
        ForeignKey("minlength maxlength", "length", "write bounds: 'length: 1..200'"),
        ForeignKey("minitems maxitems minproperties maxproperties", "count", "write bounds: 'count: 1..10'"),
        ForeignKey(
            "min max minimum maximum exclusiveminimum exclusivemaximum",
            "range",
            "write bounds: 'range: 1..10' of a number, 'length: 1..10' of a text, 'count: 1..10' of a list"
        ),
        ForeignKey("uniqueitems", "unique", "write 'unique: yes'"),
        ForeignKey("required optional", "type", "a field must be there unless its name ends in '?': write 'name?:'"),
        ForeignKey("nullable", "type", "put a '?' behind the type: 'string?'"),
        ForeignKey("$ref ref", "type", "write the name of the type: 'type: Order'"),
        ForeignKey("format", "type", "write the format as the type: 'type: uuid'"),
        ForeignKey("items", "list", "write 'list:' with the type of an item, without 'type:'"),
        ForeignKey("additionalproperties", "map", "write 'map:' with the type of a value, without 'type:'"),
        ForeignKey("properties attributes members", "fields", "write 'fields:', without 'type:'"),
        ForeignKey("allof extends", "fields", "write all fields under 'fields:'"),
        ForeignKey("oneof anyof discriminator", "union", "write 'union: { by: type, of: { card: Card } }'"),
        ForeignKey("values options", "enum", "write 'enum:'"),
        ForeignKey("readonly", "set", "write 'set: api'"),
        ForeignKey("regex regexp", "pattern", "write 'pattern:'"),

        // Endpoints.
        ForeignKey("parameters params", "query", "write 'query:', 'path:' and 'headers:'"),
        ForeignKey("requestbody request body payload input", "takes", "write 'takes:'"),
        ForeignKey("responses response result output status", "returns", "write 'returns:', and failures under 'fails:'"),
        ForeignKey("errors failures", "fails", "write 'fails:'"),
        ForeignKey("consumes produces contenttype", "media", "write 'media: [json]'"),
        ForeignKey("tags tag group", "takes", "a group with an 'about:' is a tag: write one under 'groups:'"),
        ForeignKey("tags", "groups", "a group with an 'about:' is a tag: write 'groups:'"),
        ForeignKey(
            "security authentication authorization credentials credential",
            "auth",
            "write 'auth:', and 'scope:' for what is needed"
        ),
        ForeignKey("permission permissions", "scope", "write 'scope:'"),
        ForeignKey("roles", "role", "write 'role:'"),
        ForeignKey("paging", "pagination", "write 'pagination:'"),
        ForeignKey("ratelimit ratelimits rates throttle throttles quota quotas", "limits", "write 'limits:'"),

        // The top level and its sections.
        ForeignKey("paths routes resources operations", "endpoints", "write 'endpoints:'"),
        ForeignKey("components schemas definitions models", "types", "write 'types:'"),
        ForeignKey("host basepath baseurl url", "servers", "write 'servers: { production: https://api.example.com/v1 }'"),
        ForeignKey("security securityschemes securitydefinitions authentication auth", "credentials", "write 'credentials:'"),
        ForeignKey("type in name", "bearer", "write 'header: X-API-Key', or 'query:', 'bearer:' or 'basic:'"),
        ForeignKey("data results", "items", "write what it is before where it stands: 'items: data'"),
    ]
}
