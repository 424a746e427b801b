extension Credential {
    var resolved: ResolvedCredential {
        ResolvedCredential(name: name.value, header: header.value, about: about, kinds: kinds.map(\.resolved))
    }
}

extension KeyKind {
    var resolved: ResolvedKeyKind {
        ResolvedKeyKind(
            name: name.value,
            prefix: prefix.value,
            use: use.value,
            holds: holds.value.resolved,
            limits: limits.map(\.value),
            about: about
        )
    }
}

extension ScopeSet {
    var resolved: ScopeNames {
        switch self {
        case .all: .all
        case .only(let names): .only(names.map(\.value))
        }
    }
}

extension Limit {
    var resolved: ResolvedLimit {
        ResolvedLimit(
            name: name.value,
            allow: allow.value,
            seconds: seconds.value,
            partition: by.value == "key" ? .key : .tenant,
            kind: kind.value,
            about: about
        )
    }
}

extension Tenancy {
    var resolved: ResolvedTenancy {
        ResolvedTenancy(name: name.value, parameter: pathParameter.value, foreignStatus: foreignStatus.value)
    }
}

extension Pagination {
    var resolved: ResolvedPaging {
        let facts = [
            ("pageSize.parameter", pageSize.parameter.isAssumed), ("pageSize.default", pageSize.defaultValue.isAssumed),
            ("pageSize.max", pageSize.maximum.isAssumed), ("pageSize.below", pageSize.below.isAssumed),
            ("pageSize.above", pageSize.above.isAssumed), ("offset.parameter", offsetParameter.isAssumed),
            ("response", response.items.isAssumed),
        ]
        return ResolvedPaging(
            name: name.value,
            pageSizeParameter: pageSize.parameter.value,
            defaultPageSize: pageSize.defaultValue.value,
            maximumPageSize: pageSize.maximum.value,
            below: pageSize.below.value,
            above: pageSize.above.value,
            offsetParameter: offsetParameter.value,
            members: ResolvedPaging.Members(
                items: response.items.value,
                total: response.total?.value,
                hasMore: response.hasMore?.value,
                pageSize: response.pageSize?.value,
                offset: response.offset?.value
            ),
            assumed: facts.filter(\.1).map(\.0)
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
                ("errors", errors.isAssumed),
            ] + servers.map { ("servers.\($0.name.value)", $0.url.isAssumed) } + credentials.flatMap(\.facts)
            + scopes.map { ("scopes.\($0.name.value)", $0.name.isAssumed || $0.grants.isAssumed) } + limits.flatMap(\.facts)
        return facts.filter(\.1).map(\.0)
    }
}

extension Credential {
    /// Its facts by their keys, each with whether it is assumed.
    fileprivate var facts: [(String, Bool)] {
        let path = "credentials.\(name.value)"
        let kinds = kinds.flatMap { kind in
            [("prefix", kind.prefix.isAssumed), ("use", kind.use.isAssumed), ("holds", kind.holds.isAssumed)].map { key, isAssumed in
                ("\(path).kinds.\(kind.name.value).\(key)", isAssumed)
            }
        }
        return [("\(path).header", header.isAssumed)] + kinds
    }
}

extension Limit {
    /// Its facts by their keys, each with whether it is assumed.
    fileprivate var facts: [(String, Bool)] {
        [("allow", allow.isAssumed), ("per", seconds.isAssumed), ("by", by.isAssumed), ("kind", kind.isAssumed)].map { key, isAssumed in
            ("limits.\(name.value).\(key)", isAssumed)
        }
    }
}
