extension APIDescription {
    /// How a list is cut into pages.
    public struct Paging: Hashable, Sendable {
        /// The name of the convention in the contract.
        public var name: String
        /// How many items a page has.
        public var pageSize: PageSize
        /// How a request says which page it wants.
        public var position: Position
        /// Where a page has its items, and what it says of the list.
        public var members: Members
        /// What stands for the next page on the last one.
        public var end: End
        /// What a position behind the last item gets.
        public var pastEnd: PastEnd
        /// The order of the list, in words.
        public var order: String?

        /// Creates a way of paging.
        public init(
            name: String,
            pageSize: PageSize,
            position: Position,
            members: Members,
            end: End = .null,
            pastEnd: PastEnd = .emptyPage,
            order: String? = nil
        ) {
            self.name = name
            self.pageSize = pageSize
            self.position = position
            self.members = members
            self.end = end
            self.pastEnd = pastEnd
            self.order = order
        }
    }
}

extension APIDescription.Paging {
    /// The number of items in a page.
    public struct PageSize: Hashable, Sendable {
        /// The name of the query parameter, or nil where a request cannot choose.
        public var parameter: String?
        /// The number that a request gets which does not ask.
        public var defaultValue: Int
        /// The smallest number that can be asked for.
        public var minimum: Int
        /// The largest number that can be asked for.
        public var maximum: Int
        /// What a number below the minimum gets.
        public var below: OutOfRange
        /// What a number above the maximum gets.
        public var above: OutOfRange

        /// Creates the bounds of a page size.
        public init(
            parameter: String? = nil,
            defaultValue: Int,
            minimum: Int,
            maximum: Int,
            below: OutOfRange,
            above: OutOfRange
        ) {
            self.parameter = parameter
            self.defaultValue = defaultValue
            self.minimum = minimum
            self.maximum = maximum
            self.below = below
            self.above = above
        }
    }

    /// What becomes of a number outside its bounds.
    public enum OutOfRange: String, Hashable, Sendable {
        /// The request is answered 400.
        case reject
        /// The nearest number within the bounds is used.
        case clamp
    }

    /// How a request says which page it wants.
    public enum Position: Hashable, Sendable {
        /// The number of items to skip, in the query parameter of that name; 0 where absent, and never negative.
        case offset(parameter: String)
        /// The number of the page, counted from `first`.
        case page(parameter: String, first: Int)
        /// A text that the page before gave, of which only the server knows the meaning.
        ///
        /// It is bound to the values of the query parameters named in `boundTo`, and is valid for `lifetime` seconds where that is said.
        case cursor(parameter: String, boundTo: [String], lifetime: Int?)
        /// The value of a field of the last item that was seen, and for the way back of the first.
        case after(parameter: String, field: String, before: String?)
        /// The URL that a page gives for the next one; a request makes none itself.
        case url
    }

    /// What stands for the next page on the last one.
    public enum End: String, Hashable, Sendable {
        /// The member is `null`.
        case null
        /// The member is absent.
        case absent
        /// The member is an empty text.
        case empty
    }

    /// What a position behind the last item gets.
    public enum PastEnd: String, Hashable, Sendable {
        /// A page without items.
        case emptyPage = "empty"
        /// The request is answered 400.
        case reject
    }

    /// Where a page has what, as paths of members with dots between them: `meta.total`; nil for what pages do not say.
    public struct Members: Hashable, Sendable {
        /// The items of the page; nil where the body is the bare array of items.
        public var items: String?
        /// The number of items in the whole list.
        public var total: String?
        /// Whether more items follow.
        public var hasMore: String?
        /// The page size that was used.
        public var pageSize: String?
        /// The offset that was used.
        public var offset: String?
        /// The number of this page.
        public var page: String?
        /// The number of pages.
        public var pages: String?
        /// The cursor or the URL of the next page.
        public var next: String?
        /// The cursor or the URL of the page before.
        public var previous: String?
        /// The relations of the pages that the `Link` header field has (RFC 8288); empty where pages have none.
        public var linkRelations: [LinkRelation]

        /// Creates the places of a page's members.
        public init(
            items: String? = nil,
            total: String? = nil,
            hasMore: String? = nil,
            pageSize: String? = nil,
            offset: String? = nil,
            page: String? = nil,
            pages: String? = nil,
            next: String? = nil,
            previous: String? = nil,
            linkRelations: [LinkRelation] = []
        ) {
            self.items = items
            self.total = total
            self.hasMore = hasMore
            self.pageSize = pageSize
            self.offset = offset
            self.page = page
            self.pages = pages
            self.next = next
            self.previous = previous
            self.linkRelations = linkRelations
        }

        /// Whether clients go from page to page by the `Link` header field.
        public var inLinkHeader: Bool { !linkRelations.isEmpty }
    }

    /// What another page is to the one that links to it.
    public enum LinkRelation: String, Hashable, Sendable {
        /// The page behind it.
        case next
        /// The page before it.
        case previous = "prev"
        /// The first page of the list.
        case first
        /// The last page of the list.
        case last
    }
}
