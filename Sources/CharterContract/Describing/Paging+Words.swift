import CharterRuntime

extension APIDescription.Paging {
    /// The order of the list in words; nil where the contract does not say it.
    package var orderInWords: String? {
        guard !orderedBy.isEmpty else { return order }
        return orderedBy.map { "by `\($0.field)`" + ($0.isDescending ? ", the greatest first" : "") }.joined(separator: ", then ")
    }
}
