/// What kept e-mails of a turn from being delivered, each reason told once: a folder that cannot be written to keeps all of them.
struct DeliveryTroubles {
    /// How many e-mails each reason kept.
    private(set) var counts: [String: Int] = [:]

    /// Notes a reason.
    ///
    /// - Returns: Whether it is the first time.
    mutating func note(_ reason: String) -> Bool {
        counts[reason, default: 0] += 1
        return counts[reason] == 1
    }
}
