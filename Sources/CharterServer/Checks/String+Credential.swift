extension String {
    /// What stands in the value of a header field behind a scheme's word, and may be empty; nil behind another word.
    func credential(behind scheme: String) -> Substring? {
        let word = prefix { $0 != " " }
        guard word.lowercased() == scheme.lowercased() else { return nil }
        return self[word.endIndex...].drop { $0 == " " }
    }
}
