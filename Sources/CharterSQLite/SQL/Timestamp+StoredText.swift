import CharterRuntime

extension Timestamp {
    /// The instant as the database keeps it: texts are in the order of their instants.
    ///
    /// - Throws: ``UnstorableInstant`` for one that has no such text.
    var storedText: String {
        get throws(UnstorableInstant) {
            guard isWritable else { throw UnstorableInstant(secondsSinceEpoch: secondsSinceEpoch) }
            return text(fractionDigits: 9)
        }
    }
}
