import CharterRuntime

extension APIDescription.Idempotency {
    /// Whether an answer with that status is given again when its call is repeated.
    func remembersAnswer(ofStatus status: Int) -> Bool {
        switch remembers {
        case .successes: (200...299).contains(status)
        case .allButServerErrors: status < 500
        case .all: true
        }
    }

    /// The first instant at which a call is forgotten that is made now; nil for never.
    func end(ofCallMadeAt now: Timestamp) -> Timestamp? {
        retention.map { now.later(bySeconds: Int64($0)) }
    }
}
