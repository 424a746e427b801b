/// How many e-mails a turn of delivering was about, by what became of them.
package struct DeliveryTally: Hashable, Sendable {
    /// Those that have gone out.
    package private(set) var delivered = 0
    /// Those that never will.
    package private(set) var refused = 0
    /// Those that are to be tried again.
    package private(set) var postponed = 0

    mutating func count(_ outcomes: [MailOutcome]) {
        for outcome in outcomes {
            switch outcome.result {
            case .delivered: delivered += 1
            case .refused: refused += 1
            case .postponed: postponed += 1
            }
        }
    }
}
