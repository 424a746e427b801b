/// A node with what the limits need to know of it, so that an alias is weighed without walking what it stands for.
struct Subtree {
    /// The node.
    var node: YAMLNode
    /// How many keys and values it holds, itself included.
    var nodeCount = 1
    /// How many collections lie inside one another in it, itself included.
    var height = 0

    /// Takes in a part: a key, a value or an item.
    mutating func contain(_ part: Subtree) {
        nodeCount += part.nodeCount
        height = max(height, part.height + 1)
        node.span.end = part.node.place.end
    }
}
