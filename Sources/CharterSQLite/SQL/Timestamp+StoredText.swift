import CharterRuntime

extension Timestamp {
    /// The instant as the database keeps it: texts are in the order of their instants.
    ///
    /// - Throws: ``UnstorableInstant`` for one that has no such text.
    var storedText: String {
        get throws(UnstorableInstant) {
            // The seconds of the years 0001 to 9999.
            guard (-62_135_596_800...253_402_300_799).contains(secondsSinceEpoch) else {
                throw UnstorableInstant(secondsSinceEpoch: secondsSinceEpoch)
            }
            return text(fractionDigits: 9)
        }
    }
}
