import CharterRuntime

/// A page as JSON: the bare list of its items, or an object whose members stand where the endpoint's paging says.
struct PageBody<Item: Encodable & Sendable>: Encodable {
    let page: Page<Item>
    let request: RequestedPage
    let paging: APIDescription.Paging
    let links: PageLinks
    /// Further members, by their paths.
    let extras: [String: String]

    func encode(to encoder: any Encoder) throws {
        let members = paging.members
        guard let items = members.items else { return try page.items.encode(to: encoder) }
        var tree = MemberTree()
        for (path, text) in extras { tree.set(text, at: path) }
        tree.set(page.items, at: items)
        if let path = members.total, let total = page.total { tree.set(total, at: path) }
        if let path = members.hasMore { tree.set(PageProgress(page, request, paging).hasMore, at: path) }
        if let path = members.pageSize { tree.set(request.limit, at: path) }
        if let path = members.pages, let total = page.total { tree.set((total + request.limit - 1) / request.limit, at: path) }
        if let offset = request.byNumber?.offset {
            if let path = members.offset { tree.set(offset, at: path) }
            if case .page(_, let first) = paging.position, let path = members.page { tree.set(offset / request.limit + first, at: path) }
        }
        if let path = members.next { set(next(page.next, links.next), at: path, in: &tree) }
        if let path = members.previous { set(next(page.previous, links.previous), at: path, in: &tree) }
        try tree.encode(to: encoder)
    }

    /// What leads to another page: the cursor where pages give cursors, the whole URL elsewhere.
    private func next(_ cursor: String?, _ url: String?) -> String? {
        if case .cursor = paging.position { cursor } else { url }
    }

    private func set(_ text: String?, at path: String, in tree: inout MemberTree) {
        if let text { return tree.set(text, at: path) }
        switch paging.end {
        case .null: tree.set(JSONValue.null, at: path)
        case .empty: tree.set("", at: path)
        case .absent: break
        }
    }
}
