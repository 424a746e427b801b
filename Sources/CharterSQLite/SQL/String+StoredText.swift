extension String {
    /// Whether the database keeps the whole text; GRDB hands over what stands before the first U+0000 alone.
    var isStorable: Bool { !utf8.contains(0) }

    /// The text as the database keeps it.
    ///
    /// - Throws: ``UnstorableText`` for one that it would cut off.
    var storedText: String {
        get throws(UnstorableText) {
            guard isStorable else { throw UnstorableText() }
            return self
        }
    }
}
