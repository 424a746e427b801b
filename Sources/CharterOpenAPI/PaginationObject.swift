import CharterContract
import CharterRuntime

/// A way of paging as `x-charter-pagination` has it.
enum PaginationObject {
    static func json(_ paging: ResolvedPaging) -> OrderedJSON {
        let description = paging.description
        let head: OrderedJSON = [
            "name": .string(description.name),
            "style": .string(style(paging)),
            "pageSize": pageSize(description.pageSize),
        ]
        let tail: OrderedJSON = [
            "rels": paging.relations.isEmpty ? nil : .array(paging.relations.map(OrderedJSON.string)),
            "response": response(description.members),
            "end": description.end == .null ? nil : .string(description.end.rawValue),
            "past": description.pastEnd == .emptyPage ? nil : .string(description.pastEnd.rawValue),
            "order": description.orderedBy.isEmpty ? description.order.map(OrderedJSON.string) : .array(description.sortKeys),
            "counts": description.counts == .matching ? nil : .string(description.counts.rawValue),
            "emptyEnd": description.endsWithItems ? "no" : nil,
        ]
        return .object(head.members + position(description.position) + tail.members)
    }

    private static func style(_ paging: ResolvedPaging) -> String {
        if paging.description.members.inLinkHeader { return "link" }
        return switch paging.description.position {
        case .offset: "offset"
        case .page: "page"
        case .cursor: "cursor"
        case .after: "after"
        case .url: "url"
        case .first: "first"
        }
    }

    private static func pageSize(_ size: APIDescription.Paging.PageSize) -> OrderedJSON {
        guard let parameter = size.parameter else { return OrderedJSON(integerLiteral: size.defaultValue) }
        return [
            "parameter": .string(parameter),
            "default": OrderedJSON(integerLiteral: size.defaultValue),
            "min": size.minimum == 1 ? nil : OrderedJSON(integerLiteral: size.minimum),
            "max": OrderedJSON(integerLiteral: size.maximum),
            "below": .string(size.below.rawValue),
            "above": .string(size.above.rawValue),
        ]
    }

    private static func position(_ position: APIDescription.Paging.Position) -> [OrderedJSON.Member] {
        switch position {
        case .offset(let parameter): return [.init("offset", ["parameter": .string(parameter)])]
        case .page(let parameter, let first):
            return [.init("page", ["parameter": .string(parameter), "first": OrderedJSON(integerLiteral: first)])]
        case .cursor(let parameter, let boundTo, let lifetime):
            let cursor: OrderedJSON = [
                "parameter": .string(parameter),
                "bound": boundTo.isEmpty ? nil : .array(boundTo.map(OrderedJSON.string)),
                "lives": lifetime.map { OrderedJSON(integerLiteral: $0) },
            ]
            return [.init("cursor", cursor)]
        case .after(let parameter, let field, let before):
            let after = OrderedJSON.Member("after", ["parameter": .string(parameter), "field": .string(field)])
            return [after] + (before.map { [.init("before", ["parameter": .string($0)])] } ?? [])
        case .url, .first: return []
        }
    }

    private static func response(_ members: APIDescription.Paging.Members) -> OrderedJSON {
        [
            "items": .string(members.items ?? "body"),
            "total": members.total.map(OrderedJSON.string),
            "hasMore": members.hasMore.map(OrderedJSON.string),
            "pageSize": members.pageSize.map(OrderedJSON.string),
            "offset": members.offset.map(OrderedJSON.string),
            "page": members.page.map(OrderedJSON.string),
            "pages": members.pages.map(OrderedJSON.string),
            "next": members.next.map(OrderedJSON.string),
            "previous": members.previous.map(OrderedJSON.string),
        ]
    }
}

extension APIDescription.Paging {
    /// The fields of the order, as the contract has them.
    fileprivate var sortKeys: [OrderedJSON] {
        orderedBy.map { .string(($0.isDescending ? "-" : "") + $0.field) }
    }
}

extension OrderedJSON {
    /// The members of an object; none of anything else.
    var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }
}
