/// The way to a value through members of objects, such as `meta.items`; an empty one leads to the whole.
package struct MemberPath: Hashable, Sendable {
    /// The members on the way, the first one to go into first.
    package private(set) var names: ArraySlice<String>

    /// The way along names with dots between them.
    package init(_ path: String) {
        names = path.split(separator: ".").map(String.init)[...]
    }

    /// What is left of the way in the member of that name; nil if the way does not lead through it.
    package func behind(_ name: String) -> MemberPath? {
        guard let first = names.first, first == name else { return nil }
        var rest = self
        rest.names.removeFirst()
        return rest
    }
}
