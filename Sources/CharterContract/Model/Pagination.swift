import CharterYAML

/// A way in which lists are paged.
package struct Pagination: Sendable {
    package var name: Located<String>
    package var pageSize: PageSize
    package var offsetParameter: Located<String>
    package var response: Members

    /// The number of items that a request asks for.
    package struct PageSize: Sendable {
        package var parameter: Located<String>
        package var defaultValue: Located<Int>
        package var maximum: Located<Int>
        package var below: Located<OutOfRange>
        package var above: Located<OutOfRange>
    }

    /// What becomes of a page size outside its bounds.
    package enum OutOfRange: String, CaseIterable, Sendable {
        case reject, clamp
    }

    /// The names of the members of a page.
    package struct Members: Sendable {
        package var items: Located<String>
        package var total: Located<String>?
        package var hasMore: Located<String>?
        package var pageSize: Located<String>?
        package var offset: Located<String>?

        /// The names that are given, in the order in which they are written.
        package var all: [Located<String>] {
            [items] + [total, hasMore, pageSize, offset].compactMap { $0 }
        }
    }
}
