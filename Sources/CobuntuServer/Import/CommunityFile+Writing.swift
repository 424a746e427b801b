import CharterRuntime
import CobuntuModels

extension CommunityFile {
    /// The file of a community, which brought in elsewhere makes the same things again, under the same identifiers.
    static func text(of contents: SeededCommunity) throws -> String {
        let emails = Dictionary(contents.people.map { ($0.person.id, $0.person.email) }) { first, _ in first }
        let root: [String: JSONValue] = [
            "tag": .string(contents.tag),
            "name": .string(contents.name),
            "email": .string(contents.email),
            "rulesVersion": .integer(Int64(contents.rulesVersion)),
            "members": .array(try contents.people.compactMap(entry)),
            "events": .array(try contents.events.map(entry)),
            "articles": .array(try contents.articles.map(entry)),
            "products": .array(try contents.products.map(entry)),
            "categories": .array(try contents.categories.map { try entry($0, [:]) }),
            "hotspots": .array(try contents.hotspots.map { try entry($0, [:]) }),
            "segments": .array(
                try contents.segments.map { joined in
                    try entry(
                        joined.formed.segment,
                        [
                            "form": try json(joined.formed.form),
                            "members": .array(joined.members.compactMap { emails[$0] }.sorted().map(JSONValue.string)),
                        ]
                    )
                }
            ),
        ]
        var text = FileText()
        text.write(.object(root), as: schema, indent: 0)
        return text.text + "\n"
    }

    private static func entry(_ known: SeededCommunity.KnownPerson) throws -> JSONValue? {
        try known.member.map { try entry($0, ["email": .string(known.person.email), "public": .boolean(known.isPublic)]) }
    }

    private static func entry(_ held: SeededCommunity.HeldEvent) throws -> JSONValue {
        let tiers = try held.tiers.map { try entry($0.tier, ["form": try json($0.form)]) }
        var more: [String: JSONValue] = ["published": .boolean(held.isPublished), "tiers": .array(tiers)]
        if let instant = held.cancelledAt { more["cancelledAt"] = .string("\(instant)") }
        return try entry(held.event, more)
    }

    private static func entry(_ draft: SeededCommunity.Draftable<Article>) throws -> JSONValue {
        guard case .object(var members) = try entry(draft.item, [:]) else { return .null }
        if !draft.isPublished { members["publishedAt"] = nil }
        return .object(members)
    }

    private static func entry(_ draft: SeededCommunity.Draftable<Product>) throws -> JSONValue {
        try entry(draft.item, ["published": .boolean(draft.isPublished)])
    }

    /// A thing of the contract with what it does not show; what a file has no place for, ``FileText`` leaves out.
    private static func entry(_ thing: some JSONWritable, _ more: [String: JSONValue]) throws -> JSONValue {
        guard case .object(let members) = try json(thing) else { return .null }
        return .object(members.merging(more) { $1 })
    }

    private static func json(_ thing: some JSONWritable) throws -> JSONValue {
        try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(thing))
    }
}

/// JSON for people to read and change: a member a line, in the order of the schema.
private struct FileText {
    private(set) var text = ""

    mutating func write(_ value: JSONValue, as schema: APIDescription.Schema, indent: Int) {
        let schema = APIDescription.cobuntu.resolved(schema)?.schema ?? schema
        switch (value, schema) {
        case (.object(let members), .object(let properties)):
            let known = properties.compactMap { property in members[property.name].map { (property, $0) } }
            writeLines(known, "{", "}", indent) { text, member in
                text.text += "\(Self.scalar(.string(member.0.name))): "
                text.write(member.1, as: member.0.schema, indent: indent + 1)
            }
        case (.array(let items), .list(let schema, _, _)):
            writeLines(items, "[", "]", indent) { $0.write($1, as: schema, indent: indent + 1) }
        default: text += Self.scalar(value)
        }
    }

    private mutating func writeLines<Line>(
        _ lines: [Line],
        _ open: String,
        _ close: String,
        _ indent: Int,
        _ write: (inout FileText, Line) -> Void
    ) {
        guard !lines.isEmpty else { return text += open + close }
        text += open
        for (index, line) in lines.enumerated() {
            text += (index == 0 ? "\n" : ",\n") + String(repeating: "  ", count: indent + 1)
            write(&self, line)
        }
        text += "\n" + String(repeating: "  ", count: indent) + close
    }

    private static func scalar(_ value: JSONValue) -> String {
        // What was read as JSON can be written as JSON.
        (try? JSONCoding.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}
