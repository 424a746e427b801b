import CharterRuntime
import Logging
import Synchronization

/// What a request turns out to be while it is answered, for the log.
final class RequestRecord: Sendable {
    private let noted = Mutex(Noted())

    private struct Noted {
        var credentials: [String] = []
        var keyIDs: [String] = []
        var tenant: String?
    }

    /// Notes who calls, and for which tenant, as far as that is known.
    func note(_ exchange: Exchange) {
        noted.withLock { noted in
            noted.credentials = exchange.presented.map(\.credential.name)
            noted.keyIDs = exchange.presented.compactMap(\.caller.keyID)
            noted.tenant = exchange.tenant
        }
    }

    /// Adds what was noted to an entry of the log.
    func add(to entry: inout Logger.Metadata, _ redaction: Redaction) {
        let noted = noted.withLock(\.self)
        if !noted.credentials.isEmpty { entry[AttributeName.credential] = "\(noted.credentials.joined(separator: "+"))" }
        if !noted.keyIDs.isEmpty { entry[AttributeName.keyID] = "\(redaction.text(noted.keyIDs.joined(separator: "+")).logged)" }
        // A request may name any text as its tenant.
        if let tenant = noted.tenant { entry[AttributeName.tenant] = "\(redaction.text(tenant).logged)" }
    }
}
