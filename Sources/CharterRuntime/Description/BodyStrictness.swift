extension APIDescription {
    /// What a JSON text may have beside what its schema says.
    package struct BodyStrictness: Sendable {
        /// What becomes of members that the schema does not name.
        package var unknownFields = RequestRules.UnknownFields.ignore
        /// The members of the outermost object that are known although the schema does not name them.
        package var knownMembers: [String] = []
        /// Whether a member that stands twice is a fault.
        package var refusesDuplicates = false
        /// The other names by which members may be called.
        package var spellings: MemberSpellings?

        /// Lets everything pass that a schema does not forbid.
        package init() {}

        /// The property that a member of that name stands for.
        ///
        /// - Parameter expected: The property that comes next where members stand in the order of the schema.
        func index(of name: String, among properties: [Property], expected: Int) -> Int? {
            if expected < properties.count, properties[expected].name.hasSameBytes(as: name) { return expected }
            if let index = properties.firstIndex(where: { $0.name.hasSameBytes(as: name) }) { return index }
            guard let documented = spellings?.documentedNames(of: name) else { return nil }
            return properties.firstIndex { documented.contains($0.name) }
        }
    }
}
