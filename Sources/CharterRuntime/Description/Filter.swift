extension APIDescription {
    /// What a parameter, or a member of what a search takes, leaves of a list.
    public struct Filter: Hashable, Sendable {
        /// The name of the parameter or the member.
        public var name: String
        /// What of an item it is compared with: an item is left where one of them holds; none where no field of the items tells what it does.
        public var comparisons: [Comparison]

        /// Creates a filter.
        public init(name: String, comparisons: [Comparison] = []) {
            self.name = name
            self.comparisons = comparisons
        }

        /// How a field of the items stands to what is asked for.
        public struct Comparison: Hashable, Sendable {
            /// The field; dots lead into objects.
            public var field: String
            /// How it stands to what is asked for.
            public var relation: Relation

            /// Creates a comparison.
            public init(field: String, relation: Relation) {
                self.field = field
                self.relation = relation
            }
        }

        /// How a value stands to what is asked for.
        ///
        /// What an item lacks stands in none of these ways; of `except` that is not said.
        public enum Relation: String, Hashable, Sendable, CaseIterable {
            /// It is the same.
            case equal
            /// Of several values on either side, one is the same.
            case any
            /// It has each value that is asked for.
            case all
            /// It is the same or greater.
            case atLeast = "at-least"
            /// It is the same or less.
            case atMost = "at-most"
            /// It is greater.
            case above
            /// It is less.
            case below
            /// It is an instant on that day, in UTC.
            case on
            /// The text is somewhere in it; capitals may count or not.
            case contains
            /// It begins with the text; capitals may count or not.
            case starts
            /// It is not the same, and has none of several values.
            case except
        }
    }
}
