import CobuntuServer

/// Some of the e-mails that were due have not gone out.
struct UndeliveredMails: Error, CustomStringConvertible {
    private let tally: DeliveryTally

    init(_ tally: DeliveryTally) {
        self.tally = tally
    }

    /// How many, and what becomes of them.
    var description: String {
        var parts: [String] = []
        if tally.postponed > 0 {
            parts.append("\(tally.postponed) could not be delivered, for the reasons above: a server tries again, or 'deliver' later")
        }
        if tally.refused > 0 { parts.append("\(tally.refused) will never be delivered") }
        return parts.joined(separator: "; ")
    }
}
