/// A contract of any number of endpoints and types, each type holding the one before it.
struct LargeContract {
    let size: Int

    /// What stands below the lines that every contract has.
    var text: String {
        var lines = [
            "credentials: { apiKey: { header: X-API-Key, kinds: { all: { prefix: k_, use: anywhere, holds: any } } } }",
            "scopes: { READ: Read. }",
            "path: { id: { type: uuid, about: Names it. } }",
            "groups:",
        ]
        lines += (0..<size / 10).map { "  g\($0): { prefix: /g\($0), about: A group. }" }
        lines.append("endpoints:")
        lines += (0..<size).map { number in
            "  GET /g\(number / 10)/e\(number)/:id: { id: get\(number), does: Get \(number), auth: apiKey, scope: READ, returns: T\(number) }"
        }
        lines.append("types:")
        lines += (0..<size).map { number in
            let before = number % 10 == 0 ? "uuid" : "T\(number - 1)"
            let fields = "{ a: { type: \(before), about: One. }, b?: { list: T\(number), about: Two. } }"
            return "  T\(number): { about: A type., fields: \(fields) }"
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
