import CharterRuntime

/// The items that a filter has to leave: each comes, and none twice.
struct LeftItems {
    private let wanted: [JSONValue]
    private let names: [String]

    /// - Parameters:
    ///   - wanted: What a list without the filter has of them.
    ///   - probe: Of the list.
    init(_ wanted: [JSONValue], in probe: EndpointProbe) {
        self.wanted = wanted
        names = probe.api.identityNames(of: probe.endpoint)
    }

    /// What is wrong with the items that came; nil where nothing is.
    ///
    /// - Parameter isComplete: Whether they are all that come.
    func fault(in found: [JSONValue], isComplete: Bool) -> String? {
        let (known, came) = (wanted.map(name), found.map(name))
        // A list may have the same thing in several places: then only their number tells.
        if Set(known).count == known.count {
            var seen: Set<JSONValue> = []
            if let double = came.first(where: { !seen.insert($0).inserted }), known.contains(double) {
                return "an item came twice: \(double.shortText)"
            }
            if isComplete, let lost = known.first(where: { !seen.contains($0) }) {
                return "\(known.count(where: seen.contains)) items came of \(known.count) that have it: \(lost.shortText) did not"
            }
        }
        return isComplete && came.count < known.count ? "\(came.count) items came of \(known.count) that have it" : nil
    }

    /// What tells an item from others: what names it, or else the whole of it.
    private func name(of item: JSONValue) -> JSONValue { item.identity(names) ?? item }
}
