import CharterRuntime

/// A way in which lists are paged.
package struct Pagination: Sendable {
    package var name: Located<String>
    package var pageSize: PageSize
    /// How a request says which page it wants.
    package var position: APIDescription.Paging.Position
    /// The query parameters that say so, where they are declared.
    package var positionParameters: [Located<String>]
    /// The field of an item that says where the next page begins, where paging goes by one.
    package var itemField: Located<String>?
    /// The query parameters to whose values a cursor is bound.
    package var boundTo: [Located<String>]
    /// The relations that the `Link` header field has; empty where the body says it all.
    package var relations: [Located<String>]
    package var response: Members
    package var end: APIDescription.Paging.End
    package var pastEnd: APIDescription.Paging.PastEnd
    /// The order of the list, in words.
    package var order: String?
    /// The keys of the facts that stand under `!assumed`.
    package var assumed: [String]

    /// Every query parameter that it takes, in the order in which generated code has them.
    package var parameters: [Located<String>] {
        (pageSize.parameter.map { [$0] } ?? []) + positionParameters
    }

    /// The number of items that a request asks for.
    package struct PageSize: Sendable {
        /// The query parameter; nil where a request cannot choose.
        package var parameter: Located<String>?
        package var defaultValue: Located<Int>
        package var minimum: Located<Int>
        package var maximum: Located<Int>
        package var below: Located<OutOfRange>
        package var above: Located<OutOfRange>
    }

    /// What becomes of a page size outside its bounds.
    package enum OutOfRange: String, CaseIterable, Sendable {
        case reject, clamp
    }

    /// The paths of the members of a page, by what they hold.
    package struct Members: Sendable {
        /// The items; nil where the body is the bare array of them.
        package var items: Located<String>?
        package var others: [Role: Located<String>]

        /// What a page says beside its items.
        package enum Role: String, CaseIterable, Sendable {
            case total, hasMore, pageSize, offset, page, pages, next, previous
        }

        /// The paths that are given.
        package var all: [Located<String>] {
            (items.map { [$0] } ?? []) + Role.allCases.compactMap { others[$0] }
        }

        /// The keys of those paths that stand under `!assumed`; `response` where all do.
        var assumedFacts: [String] {
            let named = [("items", items)] + Role.allCases.map { ($0.rawValue, others[$0]) }
            let given = named.compactMap { key, path in path.map { (key, $0.isAssumed) } }
            let assumed = given.filter(\.1).map { "response.\($0.0)" }
            return !assumed.isEmpty && assumed.count == given.count ? ["response"] : assumed
        }
    }
}
