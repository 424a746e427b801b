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
                order: order,
                orderedBy: orderedBy.map(\.value),
                counts: counts,
                endsWithItems: endsWithItems
            ),
            relations: relations.map(\.value),
            assumed: assumed
        )
    }
}
