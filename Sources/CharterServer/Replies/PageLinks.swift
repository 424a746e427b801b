import CharterRuntime
import HTTPTypes

/// The URLs of the pages beside the one that was asked for.
struct PageLinks: Sendable {
    private(set) var next: String?
    private(set) var previous: String?

    /// Makes the URLs from that of the request, with its other parameters as they are; credentials in the query are left out.
    init(_ page: Page<some Sendable>, _ request: RequestedPage, _ paging: APIDescription.Paging, _ url: RequestURL) {
        let parameter = paging.positionParameter
        let others = [paging.backwardParameter].compactMap(\.self)
        switch request {
        case .offset(let asked):
            if PageProgress(page, request).hasMore {
                next = url.with(paging.text(ofOffset: asked.offset + asked.limit, asked.limit), in: parameter)
            }
            if asked.offset > 0 {
                previous = url.with(paging.text(ofOffset: max(0, asked.offset - asked.limit), asked.limit), in: parameter)
            }
        case .cursor:
            next = page.next.map { url.with($0, in: parameter, without: others) }
            previous = page.previous.map {
                guard let backward = paging.backwardParameter else { return url.with($0, in: parameter) }
                return url.with($0, in: backward, without: [parameter])
            }
        }
    }

    /// The value of a `Link` field (RFC 8288 §3); nil where there is no other page.
    var fieldValue: String? {
        let links = [("next", next), ("prev", previous)].compactMap { name, url in url.map { "<\($0)>; rel=\"\(name)\"" } }
        return links.isEmpty ? nil : links.joined(separator: ", ")
    }
}

extension APIDescription.Paging {
    /// What the position of a page is called that begins behind so many items.
    fileprivate func text(ofOffset offset: Int, _ limit: Int) -> String {
        if case .page(_, let first) = position { "\(offset / limit + first)" } else { "\(offset)" }
    }
}
