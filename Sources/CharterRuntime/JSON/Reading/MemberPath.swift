/// The way to a value through members of objects, such as `meta.items`; an empty one leads to the whole.
package struct MemberPath: Hashable, Sendable {
    private var names: ArraySlice<Substring>

    /// The way along names with dots between them.
    package init(_ path: String) {
        names = path.split(separator: ".")[...]
    }

    /// The member to go into next; nil at the end of the way.
    package var first: String? {
        names.first.map(String.init)
    }

    /// What is left of the way in the member of that name; nil if the way does not lead through it.
    package func behind(_ name: String) -> MemberPath? {
        guard let first = names.first, first == name else { return nil }
        var rest = self
        rest.names.removeFirst()
        return rest
    }
}
