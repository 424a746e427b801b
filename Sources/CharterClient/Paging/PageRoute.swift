import CharterRuntime

/// The way to one of the members that pages have.
///
/// No two lead to the same place, nor one through another's: the contract's rules see to that.
struct PageRoute {
    /// What it leads to.
    let member: Member
    private var path: MemberPath

    /// What pages may say.
    enum Member: CaseIterable {
        case items, total, hasMore, pageSize, offset, page, pages, next, previous
    }

    /// The ways to all members that pages have.
    static func routes(to members: APIDescription.Paging.Members) -> [PageRoute] {
        // Nothing stands beside items that are the whole body.
        guard members.items != nil else { return [PageRoute(member: .items, path: MemberPath(""))] }
        return Member.allCases.compactMap { member in
            members.path(to: member).map { PageRoute(member: member, path: MemberPath($0)) }
        }
    }

    /// Whether it leads no further.
    var isAtEnd: Bool { path.names.isEmpty }

    /// What is left of the way in the member of that name; nil if it does not lead through it.
    func behind(_ name: String) -> PageRoute? {
        path.behind(name).map { PageRoute(member: member, path: $0) }
    }
}

extension APIDescription.Paging.Members {
    fileprivate func path(to member: PageRoute.Member) -> String? {
        switch member {
        case .items: items
        case .total: total
        case .hasMore: hasMore
        case .pageSize: pageSize
        case .offset: offset
        case .page: page
        case .pages: pages
        case .next: next
        case .previous: previous
        }
    }
}
