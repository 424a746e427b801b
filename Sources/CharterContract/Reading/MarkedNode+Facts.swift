import CharterYAML

/// Which facts stand under `!assumed`, found in the tree itself, so that no key is forgotten.
extension MarkedNode {
    /// Keys that describe, name or show; what stands behind them is no fact.
    private static let descriptive: Set = ["about", "example", "id", "does", "when"]

    /// Maps of names that the contract's author chooses, so that none of their keys is one of the language's.
    private static let mapsOfNames: Set = [
        "servers", "credentials", "scopes", "roles", "plans", "limits", "responses.headers", "enum", "fields", "union.of", "returns",
        "query",
        "path", "headers",
    ]

    /// The paths, behind that of the node itself, of what stands under `!assumed`; of a marked map of which all does, the map's alone.
    func assumedFacts(at path: String) -> [String] {
        guard isMapping, case .mapping(let entries) = node.kind, !entries.isEmpty else { return holdsMark ? [path] : [] }
        return isAssumedThroughout ? [path] : assumedMembers(at: path)
    }

    /// The same, of the members of a map one by one.
    ///
    /// - Parameter path: the path of the map; empty where the facts are told by the keys of its members alone.
    func assumedMembers(at path: String, without others: Set<String> = []) -> [String] {
        guard case .mapping(let entries) = node.kind else { return [] }
        return entries.flatMap { entry -> [String] in
            let key = entry.key.text
            guard Self.holdsNames(path) || !(Self.descriptive.contains(key) || key.hasPrefix("x-")), !others.contains(key) else {
                return []
            }
            let name = key.hasSuffix("?") ? String(key.dropLast()) : key
            return MarkedNode(entry.value, inheritedMark: isAssumed).assumedFacts(at: path.isEmpty ? name : "\(path).\(name)")
        }
    }

    /// The keys of what stands under `!assumed` of a type that is written as a map; none where all of it does.
    ///
    /// Fields, items and values have marks of their own.
    var assumedTypeKeys: [String] {
        guard case .mapping(let entries) = node.kind, !isAssumedThroughout else { return [] }
        let inside = entries.filter { ["fields", "list", "map"].contains($0.key.text) }
        let whole = inside.filter { MarkedNode($0.value, inheritedMark: isAssumed).isAssumed }.map(\.key.text)
        return whole + assumedMembers(at: "", without: Set(inside.map(\.key.text)))
    }

    /// Whether it stands under `!assumed` with everything in it.
    var isAssumedThroughout: Bool {
        isAssumed && children.allSatisfy(\.isAssumedThroughout)
    }

    /// Whether it or something in it stands under `!assumed`.
    var holdsMark: Bool {
        let children = children
        return children.isEmpty ? isAssumed : children.contains(where: \.holdsMark)
    }

    private var children: [MarkedNode] {
        switch node.kind {
        case .scalar: []
        case .sequence(let nodes): nodes.map { MarkedNode($0, inheritedMark: isAssumed) }
        case .mapping(let entries): entries.map { MarkedNode($0.value, inheritedMark: isAssumed) }
        }
    }

    private static func holdsNames(_ path: String) -> Bool {
        let parts = path.split(separator: ".")
        return mapsOfNames.contains(path) || path == "errors.body" || path == "envelope.with" || path.hasPrefix("errors.body.")
            || path.hasPrefix("envelope.with.") || (parts.count == 3 && parts[0] == "credentials" && parts[2] == "kinds")
    }
}

extension Located {
    /// The value with the mark that its node has, or something in it.
    func marked(by node: MarkedNode) -> Located {
        Located(value, at: span, isAssumed: node.holdsMark)
    }
}
