import CharterContract

/// The JSON object that holds one page of a list.
struct PageObject {
    private struct Member {
        var name: String
        var about: String
        var schema: [OrderedJSON.Member]
        var example: OrderedJSON
    }

    private let members: [Member]

    init(of item: Schema, _ paging: ResolvedPaging) {
        let items: [OrderedJSON.Member] = [.init("type", "array"), .init("items", SchemaObject.use(item))]
        let count: [OrderedJSON.Member] = [.init("type", "integer"), .init("minimum", 0)]
        let size = OrderedJSON(integerLiteral: paging.defaultPageSize)
        let names = paging.members
        members = [
            Member(name: names.items, about: "The items of this page.", schema: items, example: [item.example]),
            names.total.map { Member(name: $0, about: "The number of items in the whole list.", schema: count, example: 1) },
            names.hasMore.map { Member(name: $0, about: "Whether more items follow.", schema: [.init("type", "boolean")], example: false) },
            names.pageSize.map { Member(name: $0, about: "The page size that was used.", schema: count, example: size) },
            names.offset.map { Member(name: $0, about: "The offset that was used.", schema: count, example: 0) },
        ].compactMap { $0 }
    }

    /// The schema and an example, as a media type has them.
    var content: OrderedJSON {
        let example = OrderedJSON.object(members.map { OrderedJSON.Member($0.name, $0.example) })
        let properties = members.map { member in
            let about = OrderedJSON.Member("description", .string(member.about))
            return OrderedJSON.Member(member.name, .object([about] + member.schema + [OrderedJSON.Member("example", member.example)]))
        }
        let schema: OrderedJSON = [
            "type": "object",
            "description": "One page of the list.",
            "required": .array(members.map { .string($0.name) }),
            "properties": .object(properties),
            "example": example,
        ]
        return ["schema": schema, "example": example]
    }
}
