import CharterRuntime
import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The JSON that holds a page, read by the places that the API description gives.
struct PageReading<Item: Decodable & Sendable>: DecodableWithConfiguration {
    private(set) var items: [Item]
    private(set) var step: PageStep
    private(set) var previous: String?

    init(from decoder: any Decoder, configuration paging: APIDescription.Paging) throws {
        let members = paging.members
        items = try decoder.value([Item].self, at: members.items)
        step = PageStep(
            count: items.count,
            total: try decoder.optionalValue(Int.self, at: members.total),
            hasMore: try decoder.optionalValue(Bool.self, at: members.hasMore),
            pageSize: try decoder.optionalValue(Int.self, at: members.pageSize),
            offset: try decoder.optionalValue(Int.self, at: members.offset),
            page: try decoder.optionalValue(Int.self, at: members.page),
            pages: try decoder.optionalValue(Int.self, at: members.pages),
            next: try decoder.optionalValue(JSONValue.self, at: members.next)?.positionText,
            body: []
        )
        previous = try decoder.optionalValue(JSONValue.self, at: members.previous)?.positionText
        if case .after(_, let field, _) = paging.position {
            let last = try decoder.value([JSONValue].self, at: members.items).last
            step.last = field.split(separator: ".").reduce(last) { $0?[String($1)] }?.positionText
        }
    }

    /// The page that a reply holds, and what leads on from it.
    ///
    /// - Throws: `DecodingError`
    static func read(_ reply: HTTPReply, of target: String, paging: APIDescription.Paging) throws -> (page: Page<Item>, step: PageStep) {
        var reading = try JSONCoding.decode(Self.self, from: reply.body, configuration: paging)
        reading.step.body = reply.body
        reading.step.target = target
        if paging.members.inLinkHeader {
            let links = WebLink.links(in: reply.head.headerFields)
            reading.step.next = reading.step.next ?? links.first { $0.relations.contains("next") }?.target
            reading.previous = reading.previous ?? links.first { !$0.relations.isDisjoint(with: ["prev", "previous"]) }?.target
        }
        let step = reading.step
        let page = Page(items: reading.items, total: step.total, next: step.next, previous: reading.previous, hasMore: step.hasMore)
        return (page, step)
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
