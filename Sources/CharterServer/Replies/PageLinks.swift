import CharterRuntime
import HTTPTypes

/// The URLs of the pages beside the one that was asked for.
struct PageLinks: Sendable {
    private(set) var next: String?
    private(set) var previous: String?
    private var first: String?
    private var last: String?

    /// Makes the URLs from that of the request, with its other parameters as they are; credentials in the query are left out.
    init(_ page: Page<some Sendable>, _ request: RequestedPage, _ paging: APIDescription.Paging, _ url: RequestURL) {
        let parameter = paging.positionParameter
        let others = [paging.backwardParameter].compactMap(\.self)
        switch request {
        case .offset(let asked):
            func link(at offset: Int) -> String { url.with(paging.text(ofOffset: offset, asked.limit), in: parameter) }
            if PageProgress(page, request).hasMore {
                next = link(at: asked.offset + asked.limit)
                last = page.total.map { link(at: max(0, asked.offset + ($0 - asked.offset - 1) / asked.limit * asked.limit)) }
            }
            if asked.offset > 0 {
                previous = link(at: max(0, asked.offset - asked.limit))
                first = link(at: 0)
            }
        case .cursor(let asked):
            if asked.cursor != nil || asked.before != nil { first = url.without([parameter] + others) }
            next = page.next.map { url.with($0, in: parameter, without: others) }
            previous = page.previous.map {
                guard let backward = paging.backwardParameter else { return url.with($0, in: parameter) }
                return url.with($0, in: backward, without: [parameter])
            }
        }
    }

    /// The value of a `Link` field (RFC 8288 §3) with the pages of some relations; nil where there is none of them.
    func fieldValue(_ relations: [APIDescription.Paging.LinkRelation]) -> String? {
        let links = relations.compactMap { relation in self[relation].map { "<\($0)>; rel=\"\(relation.rawValue)\"" } }
        return links.isEmpty ? nil : links.joined(separator: ", ")
    }

    private subscript(relation: APIDescription.Paging.LinkRelation) -> String? {
        switch relation {
        case .next: next
        case .previous: previous
        case .first: first
        case .last: last
        }
    }
}

extension APIDescription.Paging {
    /// What the position of a page is called that begins behind so many items.
    fileprivate func text(ofOffset offset: Int, _ limit: Int) -> String {
        if case .page(_, let first) = position { "\(offset / limit + first)" } else { "\(offset)" }
    }
}
