import CharterRuntime

extension Pagination {
    var resolved: ResolvedPaging {
        let size = APIDescription.Paging.PageSize(
            parameter: pageSize.parameter?.value,
            defaultValue: pageSize.defaultValue.value,
            minimum: pageSize.minimum.value,
            maximum: pageSize.maximum.value,
            below: pageSize.below.value == .reject ? .reject : .clamp,
            above: pageSize.above.value == .reject ? .reject : .clamp
        )
        let members = APIDescription.Paging.Members(
            items: response.items?.value,
            total: response.others[.total]?.value,
            hasMore: response.others[.hasMore]?.value,
            pageSize: response.others[.pageSize]?.value,
            offset: response.others[.offset]?.value,
            page: response.others[.page]?.value,
            pages: response.others[.pages]?.value,
            next: response.others[.next]?.value,
            previous: response.others[.previous]?.value,
            linkRelations: relations.compactMap { APIDescription.Paging.LinkRelation(rawValue: $0.value) }
        )
        return ResolvedPaging(
            description: APIDescription.Paging(
                name: name.value,
                pageSize: size,
                position: position,
                members: members,
                end: end,
                pastEnd: pastEnd,
                order: order
            ),
            relations: relations.map(\.value),
            assumed: assumed
        )
    }
}

extension Contract {
    /// The keys of the top-level facts that stand under `!assumed`.
    var assumedSections: [String] {
        let facts =
            [
                ("version", version.isAssumed), ("contact", contact?.isAssumed ?? false), ("license", license?.isAssumed ?? false),
                ("promise", promise.isAssumed), ("tenancy.foreign", tenancy?.value.foreignStatus.isAssumed ?? false),
            ] + errors.value.assumed.map { ($0, true) }
            + servers.map { ("servers.\($0.name.value)", $0.url.isAssumed) } + credentials.flatMap(\.facts)
            + scopes.map { ("scopes.\($0.name.value)", $0.name.isAssumed || $0.grants.isAssumed) }
            + roles.map { ("roles.\($0.name.value)", $0.name.isAssumed || $0.grants.isAssumed) }
            + limits.flatMap(\.facts) + conventions.facts
        return facts.filter(\.1).map(\.0)
    }
}
