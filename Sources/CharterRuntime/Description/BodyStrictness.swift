extension APIDescription {
    /// What a JSON text may have beside what its schema says.
    public struct BodyStrictness: Sendable {
        /// What becomes of members that the schema does not name.
        public var unknownFields = RequestRules.UnknownFields.ignore
        /// A member of the outermost object that is known although the schema does not name it.
        public var knownMember: String?
        /// Whether a member that stands twice is a fault.
        public var refusesDuplicates = false
        /// The spellings that members may have beside the documented one.
        public var acceptedNames: [JSONStyle.Casing] = []

        /// Lets everything pass that a schema does not forbid.
        public init() {}

        /// The property that a member of that name stands for.
        func index(of name: String, among properties: [Property]) -> Int? {
            if let index = properties.firstIndex(where: { $0.name == name }) { return index }
            guard !acceptedNames.isEmpty else { return nil }
            return properties.firstIndex { property in acceptedNames.contains { $0.spelling(of: property.name) == name } }
        }
    }
}
