import CharterRuntime
import HTTPTypes

/// The JSON that holds a page, read in one pass by the places that the API description gives.
struct PageReading<Item: JSONReadable & Sendable> {
    private var items: [Item]?
    private var step = PageStep()
    private var previous: String?
    /// The field of the last item that tells where the next page begins; nil where none does.
    private let field: MemberPath?

    private init(_ paging: APIDescription.Paging) {
        if case .after(_, let field, _) = paging.position { self.field = MemberPath(field) } else { field = nil }
    }

    /// The page that a reply holds, and what leads on from it.
    ///
    /// - Throws: ``JSONFault``, also for a page without items.
    static func read(
        _ reply: HTTPReply,
        of target: String,
        paging: APIDescription.Paging
    ) throws(JSONFault) -> (page: Page<Item>, step: PageStep) {
        var reading = Self(paging)
        let items = try JSONCoding.read(reply.body, maximumDepth: JSONCoding.maximumDepth) { json throws(JSONFault) in
            let start = try json.nextOffset()
            try reading.read(PageRoute.routes(to: paging.members), from: &json)
            if let items = reading.items { return items }
            var fault = JSONFault(.missingMember(paging.members.items ?? ""), at: start)
            // A path of members, of which any may be missing.
            fault.path = paging.members.items ?? ""
            throw fault
        }
        var (step, previous) = (reading.step, reading.previous)
        step.body = reply.body
        step.target = target
        if paging.members.inLinkHeader {
            let links = WebLink.links(in: reply.head.headerFields)
            step.next = step.next ?? links.first { $0.relations.contains("next") }?.target
            previous = previous ?? links.first { !$0.relations.isDisjoint(with: ["prev", "previous"]) }?.target
        }
        return (Page(items: items, total: step.total, next: step.next, previous: previous, hasMore: step.hasMore), step)
    }

    /// Goes past a value and takes from it what the routes lead to.
    private mutating func read(_ routes: [PageRoute], from json: inout JSONReader) throws(JSONFault) {
        // Of two members with one name the last one counts, with all that is in it.
        for route in routes { forget(route.member) }
        if let end = routes.first(where: \.isAtEnd) { return try read(end.member, from: &json) }
        if try json.isNull() { return }
        try json.readMembers { json, name throws(JSONFault) in
            let onward = routes.compactMap { $0.behind(name) }
            if onward.isEmpty { try json.skip() } else { try read(onward, from: &json) }
        }
    }

    private mutating func read(_ member: PageRoute.Member, from json: inout JSONReader) throws(JSONFault) {
        switch member {
        case .items: try readItems(from: &json)
        case .total: step.total = try json.optional()
        case .hasMore: step.hasMore = try json.optional()
        case .pageSize: step.pageSize = try json.optional()
        case .offset: step.offset = try json.optional()
        case .page: step.page = try json.optional()
        case .pages: step.pages = try json.optional()
        case .next: step.next = try json.value(JSONValue.self).positionText
        case .previous: previous = try json.value(JSONValue.self).positionText
        }
    }

    private mutating func readItems(from json: inout JSONReader) throws(JSONFault) {
        guard let field else {
            let items = try json.value([Item].self)
            self.items = items
            step.count = items.count
            return
        }
        var items: [Item] = []
        var last: Int?
        try json.readItems { json throws(JSONFault) in
            last = try json.nextOffset()
            items.append(try json.value())
        }
        self.items = items
        step.count = items.count
        // The item is a model by now, of which only its JSON can be asked for a field by name.
        guard let last else { return }
        step.last = try json.again(from: last) { json throws(JSONFault) in try json.anyValue(at: field) }?.positionText
    }

    private mutating func forget(_ member: PageRoute.Member) {
        switch member {
        case .items: (items, step.count, step.last) = (nil, 0, nil)
        case .total: step.total = nil
        case .hasMore: step.hasMore = nil
        case .pageSize: step.pageSize = nil
        case .offset: step.offset = nil
        case .page: step.page = nil
        case .pages: step.pages = nil
        case .next: step.next = nil
        case .previous: previous = nil
        }
    }
}

extension JSONValue {
    /// The text that stands for a position in a list; nil for an empty one, `null` and what is no text or whole number.
    fileprivate var positionText: String? {
        switch self {
        case .string(let text): text.isEmpty ? nil : text
        case .integer(let number): String(number)
        case .null, .boolean, .number, .exact, .array, .object: nil
        }
    }
}
