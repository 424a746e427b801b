/// Builds the tree of one document from events, and collects the faults that do not stop it.
///
/// A fault that is thrown ends the reading. Recursion is as deep as the limits allow.
struct TreeBuilder: ~Copyable {
    let file: String
    var events: EventReader
    let limits: YAMLLimits
    /// The values that aliases may name; nil while a value is still being built.
    var anchors: [String: Subtree?] = [:]
    var faults: [YAMLFault] = []
    var nodeCount = 0
    var depth = 0

    init(file: String, events: consuming EventReader, limits: YAMLLimits) {
        self.file = file
        self.events = events
        self.limits = limits
    }

    /// Reads the only document to the end of the file.
    mutating func document() throws(YAMLFault) -> YAMLNode {
        let start = SourceSpan(file: file, at: .start)
        _ = try events.next()
        guard case .documentStart = try events.next() else { throw .emptyDocument(start) }
        let root = try subtree(events.next()).node
        _ = try events.next()
        if case .documentStart(let second) = try events.next() { throw .severalDocuments(second) }
        if root.isLeftOut { throw .emptyDocument(start) }
        return root
    }

    /// The value that begins with an event.
    mutating func subtree(_ event: YAMLEvent) throws(YAMLFault) -> Subtree {
        switch event {
        case .scalar(let scalar, let properties, let span):
            try count(1, span)
            let leaf = Subtree(node: YAMLNode(kind: .scalar(scalar), tag: properties.tag, span: span))
            define(properties.anchor, leaf)
            return leaf
        case .alias(let name, let span):
            return try expand(name, span)
        case .sequenceStart(let properties, let span):
            return try collection(properties, span) { builder, whole throws(YAMLFault) in try builder.readItems(into: &whole) }
        case .mappingStart(let properties, let span):
            return try collection(properties, span) { builder, whole throws(YAMLFault) in try builder.readEntries(into: &whole) }
        case .streamStart, .streamEnd, .documentStart, .documentEnd, .collectionEnd:
            preconditionFailure("libyaml begins every value with a scalar, an alias or a collection")
        }
    }

    /// Counts nodes before they are made.
    mutating func count(_ nodes: Int, _ span: SourceSpan) throws(YAMLFault) {
        nodeCount += nodes
        if nodeCount > limits.maximumNodes { throw .tooManyNodes(span, maximum: limits.maximumNodes) }
    }

    /// Lets later aliases name a value.
    mutating func define(_ anchor: String?, _ value: Subtree?) {
        guard let anchor else { return }
        anchors[anchor] = .some(value)
    }
}
