import CharterRuntime
import CharterYAML

/// How lists are paged.
extension ContractReader {
    /// The styles of paging that the language has.
    private enum Style: String, CaseIterable, Sendable {
        case offset, page, cursor, after, link, url

        /// The keys of its own.
        var keys: [String] {
            switch self {
            case .offset: ["offset"]
            case .page: ["page", "end"]
            case .cursor: ["cursor", "end"]
            case .after: ["after", "before"]
            case .link: ["page", "cursor", "rels"]
            case .url: ["end"]
            }
        }

        /// What a page can say.
        var roles: [Pagination.Members.Role] {
            switch self {
            case .offset: [.total, .hasMore, .pageSize, .offset]
            case .page: [.total, .hasMore, .pageSize, .page, .pages, .next, .previous]
            case .cursor: [.total, .hasMore, .pageSize, .next, .previous]
            case .after: [.total, .hasMore]
            case .link: [.total]
            case .url: [.total, .next, .previous]
            }
        }

        /// Whether a client cannot go on without the next page's name in the body.
        var needsNext: Bool { self == .cursor || self == .url }
    }

    mutating func pagination(_ name: Located<String>, _ node: MarkedNode) -> Pagination? {
        let common = ["style", "pageSize", "response", "past", "order"]
        let style = Members(node, of: "a way of paging")?["style"]?.text.flatMap(Style.init(rawValue:))
        let own = style?.keys ?? Style.allCases.flatMap(\.keys)
        guard let members = members(node, of: "a way of paging", keys: common + own) else { return nil }
        checkIdentifier(name, "way of paging")
        if let node = required("style", in: members) { _ = word(node, Style.self) }
        let size = required("pageSize", in: members).flatMap { pageSize($0) }
        let place = style.flatMap { position($0, in: members) }
        let response = style.flatMap { style in required("response", in: members).flatMap { pageMembers($0, of: style) } }
        if let size, let place { checkDistinct([size.parameter].compactMap(\.self) + place.parameters) }
        guard let style, let size, let place, let response else { return nil }
        return Pagination(
            name: name,
            pageSize: size,
            position: place.position,
            positionParameters: place.parameters,
            itemField: place.field,
            boundTo: place.boundTo,
            relations: relations(style, in: members),
            response: response,
            end: members["end"].flatMap { word($0, among: [.null, .absent, .empty]) }?.value ?? .null,
            pastEnd: members["past"].flatMap { word($0, among: [.emptyPage, .reject]) }?.value ?? .emptyPage,
            order: description(members["order"]),
            assumed: assumedFacts(size) + (place.isAssumed ? [place.fact] : [])
                + response.assumedFacts
                + ["end", "past"].filter { members[$0]?.isAssumed == true }
        )
    }

    private func assumedFacts(_ size: Pagination.PageSize) -> [String] {
        [
            ("parameter", size.parameter?.isAssumed == true), ("default", size.defaultValue.isAssumed), ("max", size.maximum.isAssumed),
            ("below", size.below.isAssumed), ("above", size.above.isAssumed), ("min", size.minimum.isAssumed),
        ].filter(\.1).map { "pageSize.\($0.0)" }
    }

    /// `{ parameter, default, max, min, below, above }`, or the number of items that every page has.
    private mutating func pageSize(_ node: MarkedNode) -> Pagination.PageSize? {
        let reject = Located(Pagination.OutOfRange.reject, at: node.span, isAssumed: false)
        guard node.isMapping else {
            let help = "write one number, or { parameter: limit, default: 20, max: 100, below: reject, above: reject }"
            return integer(node, atLeast: 1, help: help).map {
                Pagination.PageSize(parameter: nil, defaultValue: $0, minimum: $0, maximum: $0, below: reject, above: reject)
            }
        }
        let keys = ["parameter", "default", "max", "min", "below", "above"]
        guard let members = members(node, of: "'pageSize'", keys: keys) else { return nil }
        let parameter = requiredText("parameter", in: members)
        let defaultValue = required("default", in: members).flatMap { integer($0, atLeast: 1) }
        let minimum = members["min"].flatMap { integer($0, atLeast: 1) } ?? Located(1, at: node.span, isAssumed: false)
        let maximum = required("max", in: members).flatMap { integer($0, atLeast: 1) }
        let below: Located<Pagination.OutOfRange>? = required("below", in: members).flatMap { word($0) }
        let above: Located<Pagination.OutOfRange>? = required("above", in: members).flatMap { word($0) }
        // What stands for a number that is missing goes with the others.
        let most = Located(max(defaultValue?.value ?? 1, minimum.value), at: node.span, isAssumed: false)
        return Pagination.PageSize(
            parameter: parameter,
            defaultValue: defaultValue ?? minimum,
            minimum: minimum,
            maximum: maximum ?? most,
            below: below ?? reject,
            above: above ?? reject
        )
    }

    private mutating func pageMembers(_ node: MarkedNode, of style: Style) -> Pagination.Members? {
        guard let members = members(node, of: "'response'", keys: ["items"] + style.roles.map(\.rawValue), example: "{ items: data }")
        else { return nil }
        let items = requiredText("items", in: members)
        if style.needsNext { _ = required("next", in: members) }
        var pages = Pagination.Members(items: items.value == "body" ? nil : items, others: [:])
        for role in style.roles { pages.others[role] = members[role.rawValue].flatMap { text($0) } }
        if pages.items == nil {
            for path in pages.all {
                report(
                    "a page that is a bare list has no member '\(path.value)'",
                    rule: "member-of-a-list",
                    at: path.span,
                    notes: [Diagnostic.Note("the body is the list of items", at: items.span)],
                    help: "name the member that holds the items, or remove this"
                )
            }
        }
        checkMemberPaths(pages.all)
        return pages
    }

    /// Paths of members: each a value of its own, none inside another.
    private mutating func checkMemberPaths(_ paths: [Located<String>]) {
        checkDistinct(paths)
        for path in paths where !path.value.isEmpty {
            if path.value.split(separator: ".", omittingEmptySubsequences: false).contains("") {
                report(
                    "'\(path.value)' is no path of members",
                    rule: "invalid-member-path",
                    at: path.span,
                    help: "put one dot between two names, as in meta.total"
                )
                continue
            }
            guard let outer = paths.first(where: { !$0.value.isEmpty && path.value.hasPrefix($0.value + ".") }) else { continue }
            report(
                "'\(path.value)' lies inside '\(outer.value)', which holds something else",
                rule: "invalid-member-path",
                at: path.span,
                notes: [Diagnostic.Note("it is named here", at: outer.span)],
                help: "give each its own member"
            )
        }
    }

    private mutating func relations(_ style: Style, in members: Members) -> [Located<String>] {
        guard style == .link else { return [] }
        let known = ["next", "prev", "first", "last"]
        guard let node = members["rels"] else {
            return known.map { Located($0, at: members.node.span, isAssumed: members.node.isAssumed) }
        }
        let relations = (node.elements ?? []).compactMap { word($0, known) }
        if node.elements == nil { wrongType(node, expected: "a list", help: node.text.map { "write [\($0)]" }) }
        checkDistinct(relations)
        if node.elements != nil, !relations.contains(where: { $0.value == "next" }) {
            report(
                "no client can go on without the relation 'next'",
                rule: "missing-relation",
                at: node.span,
                help: "add it: rels: [next, prev]"
            )
        }
        return relations
    }

    /// The place of a position in a request, with what belongs to it.
    private struct PositionPlace {
        var position: APIDescription.Paging.Position
        /// The key of the fact, for `x-charter-assumed`.
        var fact = ""
        var isAssumed = false
        var parameters: [Located<String>] = []
        var field: Located<String>?
        var boundTo: [Located<String>] = []
    }

    private mutating func position(_ style: Style, in members: Members) -> PositionPlace? {
        switch style {
        case .offset: return required("offset", in: members).flatMap { offset($0) }
        case .page: return required("page", in: members).flatMap { page($0) }
        case .cursor: return required("cursor", in: members).flatMap { cursor($0) }
        case .after: return required("after", in: members).flatMap { after($0, before: members["before"]) }
        case .url: return PositionPlace(position: .url)
        case .link:
            if let page = members["page"], let cursor = members["cursor"] {
                report(
                    "a page is chosen by 'page' or by 'cursor', not by both",
                    rule: "position-twice",
                    at: cursor.keySpan,
                    notes: [Diagnostic.Note("'page' stands here", at: page.keySpan)],
                    help: "remove one of them"
                )
            }
            return members["page"].map { page($0) } ?? members["cursor"].map { cursor($0) } ?? PositionPlace(position: .url)
        }
    }

    private mutating func offset(_ node: MarkedNode) -> PositionPlace? {
        guard let members = members(node, of: "'offset'", keys: ["parameter"], example: "{ parameter: offset }") else { return nil }
        let parameter = requiredText("parameter", in: members)
        return place(.offset(parameter: parameter.value), "offset.parameter", [parameter])
    }

    private mutating func page(_ node: MarkedNode) -> PositionPlace? {
        guard let members = members(node, of: "'page'", keys: ["parameter", "first"], example: "{ parameter: page }") else { return nil }
        let parameter = requiredText("parameter", in: members)
        let first = members["first"].flatMap { integer($0, atLeast: 0) }
        if let first, first.value > 1 { wrongType(members["first"] ?? node, expected: "0 or 1") }
        return place(.page(parameter: parameter.value, first: first?.value ?? 1), "page.parameter", [parameter])
    }

    private mutating func cursor(_ node: MarkedNode) -> PositionPlace? {
        guard let members = members(node, of: "'cursor'", keys: ["parameter", "bound", "lives"], example: "{ parameter: cursor }") else {
            return nil
        }
        let parameter = requiredText("parameter", in: members)
        let bound = members["bound"].map { texts($0) } ?? []
        checkDistinct(bound)
        let lifetime = members["lives"].flatMap { duration($0) }?.value
        let position = APIDescription.Paging.Position.cursor(
            parameter: parameter.value,
            boundTo: bound.map(\.value),
            lifetime: lifetime
        )
        var place = place(position, "cursor.parameter", [parameter])
        place.boundTo = bound
        return place
    }

    private mutating func after(_ node: MarkedNode, before: MarkedNode?) -> PositionPlace? {
        guard let members = members(node, of: "'after'", keys: ["parameter", "field"], example: "{ parameter: after, field: id }") else {
            return nil
        }
        let parameter = requiredText("parameter", in: members)
        let field = requiredText("field", in: members)
        let back = before.flatMap { self.members($0, of: "'before'", keys: ["parameter", "field"]) }
        let backParameter = back.map { requiredText("parameter", in: $0) }
        if let backField = back?["field"].flatMap({ text($0) }), backField.value != field.value {
            report(
                "'before' goes by another field than 'after'",
                rule: "another-field",
                at: backField.span,
                notes: [Diagnostic.Note("'after' goes by this one", at: field.span)],
                help: "write '\(field.value)', or leave it out"
            )
        }
        let position = APIDescription.Paging.Position.after(
            parameter: parameter.value,
            field: field.value,
            before: backParameter?.value
        )
        var place = place(position, "after.parameter", [parameter] + (backParameter.map { [$0] } ?? []))
        place.field = field
        return place
    }

    private func place(
        _ position: APIDescription.Paging.Position,
        _ fact: String,
        _ parameters: [Located<String>]
    ) -> PositionPlace {
        PositionPlace(position: position, fact: fact, isAssumed: parameters.contains(where: \.isAssumed), parameters: parameters)
    }
}
