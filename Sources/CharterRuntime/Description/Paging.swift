extension APIDescription {
    /// How a list is cut into pages.
    public struct Paging: Hashable, Sendable {
        /// The name of the convention in the contract.
        public var name: String
        /// The query parameter that asks for a number of items.
        public var pageSize: PageSize
        /// How a request says which page it wants.
        public var position: Position
        /// The members of the JSON object that holds a page.
        public var members: Members

        /// Creates a way of paging.
        public init(name: String, pageSize: PageSize, position: Position, members: Members) {
            self.name = name
            self.pageSize = pageSize
            self.position = position
            self.members = members
        }
    }
}

extension APIDescription.Paging {
    /// The number of items a request asks for; it is at least 1.
    public struct PageSize: Hashable, Sendable {
        /// The name of the query parameter.
        public var parameter: String
        /// The number that a request gets which does not ask.
        public var defaultValue: Int
        /// The largest number that can be asked for.
        public var maximum: Int
        /// What a number below 1 gets.
        public var below: OutOfRange
        /// What a number above the maximum gets.
        public var above: OutOfRange

        /// Creates the bounds of a page size.
        public init(parameter: String, defaultValue: Int, maximum: Int, below: OutOfRange, above: OutOfRange) {
            self.parameter = parameter
            self.defaultValue = defaultValue
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
    }

    /// The names of the members of a page, by what they hold.
    public struct Members: Hashable, Sendable {
        /// The items of the page.
        public var items: String
        /// The number of items in the whole list.
        public var total: String?
        /// Whether more items follow.
        public var hasMore: String?
        /// The page size that was used.
        public var pageSize: String?
        /// The offset that was used.
        public var offset: String?

        /// Creates the names of a page's members; nil for what pages do not say.
        public init(
            items: String,
            total: String? = nil,
            hasMore: String? = nil,
            pageSize: String? = nil,
            offset: String? = nil
        ) {
            self.items = items
            self.total = total
            self.hasMore = hasMore
            self.pageSize = pageSize
            self.offset = offset
        }
    }
}
