import CharterContract
import CharterRuntime

/// The JSON that holds one page of a list.
struct PageObject {
    /// What each page says, in the order of the document; empty where a page is the bare list.
    private var members: [TreeMember] = []
    private let items: OrderedJSON
    private let itemsExample: OrderedJSON

    /// - Parameter extras: what stands beside in every response.
    init(of item: Schema, _ paging: APIDescription.Paging, extras: [TreeMember] = []) {
        items = ["type": "array", "items": SchemaObject.use(item)]
        itemsExample = [item.example]
        let names = paging.members
        guard let itemsPath = names.items else { return }
        let count: OrderedJSON = ["type": "integer", "minimum": 0]
        add(itemsPath, "The items of this page.", items, example: itemsExample)
        add(names.total, "The number of items in the whole list.", count, example: 1)
        add(names.hasMore, "Whether more items follow.", ["type": "boolean"], example: false)
        let size = OrderedJSON(integerLiteral: paging.pageSize.defaultValue)
        add(names.pageSize, "The page size that was used.", count, example: size)
        add(names.offset, "The offset that was used.", count, example: 0)
        let first = if case .page(_, let first) = paging.position { first } else { 1 }
        add(names.page, "The number of this page.", count, example: OrderedJSON(integerLiteral: first))
        add(names.pages, "The number of pages.", count, example: 1)
        add(neighbour: names.next, "next page", "on the last one", paging)
        add(neighbour: names.previous, "page before", "on the first one", paging)
        members += extras
    }

    private mutating func add(_ path: String?, _ about: String, _ schema: OrderedJSON, example: OrderedJSON) {
        guard let path else { return }
        members.append(TreeMember(path, about: about, schema: schema, example: example))
    }

    /// The cursor or the URL of another page, and what stands there where there is none.
    private mutating func add(neighbour path: String?, _ page: String, _ last: String, _ paging: APIDescription.Paging) {
        guard let path else { return }
        let isCursor = if case .cursor = paging.position { true } else { false }
        let type: OrderedJSON = paging.end == .null ? ["string", "null"] : "string"
        // An empty text is no URI, so only a member that is null or absent can be said to hold one.
        let schema: OrderedJSON = ["type": type, "format": isCursor || paging.end == .empty ? nil : "uri"]
        let about = "The \(isCursor ? "cursor" : "URL") of the \(page); \(paging.end.rawValue) \(last)."
        var member = TreeMember(
            path,
            about: about,
            schema: schema,
            example: isCursor ? "b2Zmc2V0OjIw" : "https://api.example.com/next-page"
        )
        member.isRequired = paging.end != .absent
        members.append(member)
    }

    /// The schema and an example, as a media type has them.
    var content: OrderedJSON {
        guard !members.isEmpty else {
            let described: OrderedJSON = ["description": "One page of the list."]
            let schema = items.members.prefix(1) + described.members + items.members.dropFirst() + [.init("example", itemsExample)]
            return ["schema": .object(Array(schema)), "example": itemsExample]
        }
        return members.content(about: "One page of the list.", inner: "What is said of the list.")
    }
}
