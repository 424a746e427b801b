import CharterRuntime
import HTTPTypes

/// Fetches single pages of a list.
struct PageReader {
    let request: EndpointRequest
    let paging: APIDescription.Paging
    let exchanger: Exchanger
    /// What each page has to look like; nil where another check sees to that.
    var shape: DocumentedBody?

    /// The request for a page; its size is asked for where a request can choose it, and its spot does not say it already.
    func request(size: Int, at spot: PageSpot) -> EndpointRequest {
        var request = request
        if case .url(let url) = spot {
            let items = PageURL(url).query
            request.query = items + request.query.filter { item in !items.contains { $0.name == item.name } }
            return request
        }
        if let parameter = paging.pageSize.parameter { request.query.append(.init(parameter, String(size))) }
        switch (paging.position, spot) {
        case (.offset(let name), .offset(let offset)): request.query.append(.init(name, String(offset)))
        case (.page(let name, _), .page(let number)): request.query.append(.init(name, String(number)))
        case (.cursor(let name, _, _), .cursor(let text)), (.after(let name, _, _), .after(let text)):
            request.query.append(.init(name, text))
        default: break
        }
        return request
    }

    func page(size: Int, at spot: PageSpot) async throws -> PageReading {
        let request = request(size: size, at: spot)
        let page = try await page(of: request)
        // A link to another place would take the caller's credential there.
        if let next = page.next, case .url? = paging.spot(behind: page, at: spot, size: size), !leadsToList(next) {
            throw Departure(request: request, reason: "the next page is said to be at \(next), which is not this list")
        }
        return page
    }

    /// The page that comes to a request.
    func page(of request: EndpointRequest) async throws -> PageReading {
        let reply = try await reply(to: request)
        guard request.endpoint.success.isStatus(of: reply), let page = PageReading(reply, paging: paging) else {
            throw Departure(request: request, reason: "no page came (\(exchanger.excerpt(reply)))")
        }
        if let fault = shape?.faults(in: reply, to: request).first {
            throw Departure(request: request, reason: "\(fault) (\(exchanger.excerpt(reply)))")
        }
        return page
    }

    func reply(to request: EndpointRequest) async throws -> HTTPReply {
        try await exchanger.reply(to: request)
    }

    /// Whether a URL that a page gives is one of this list.
    func leadsToList(_ url: String) -> Bool {
        guard let path = request.endpoint.path.filled(with: request.path) else { return false }
        let found = PageURL(url).path
        // A host that forwards calls may have a path of its own in front.
        return exchanger.basePaths.contains { found.hasSuffix($0 + path) }
    }
}
