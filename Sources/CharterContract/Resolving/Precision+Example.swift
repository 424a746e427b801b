import CharterRuntime

extension APIDescription.JSONStyle.Precision {
    /// An instant with as many digits behind its seconds; with none where there may be any number of them.
    package var exampleInstant: String {
        let fraction = "114000".prefix(digits ?? 0)
        return "2026-05-01T10:23:18" + (fraction.isEmpty ? "" : "." + fraction) + "Z"
    }
}
