import CharterContract

extension Schema {
    /// What of it the documentation does not state, as `x-charter-assumed` has it: `true` for all of it, or the keys; nil for nothing.
    var assumption: OrderedJSON? {
        if isAssumedThroughout { return true }
        return assumedKeys.isEmpty ? nil : .array(assumedKeys.map(OrderedJSON.string))
    }

    /// Whether the documentation states nothing of it.
    var isAssumedThroughout: Bool { isAssumed && !isReopened }
}
