import CharterRuntime
import Logging
import Synchronization

/// Has a store note when keys are used, of each key at most once a minute.
final class KeyUses: Sendable {
    /// How long a noted use stands for those behind it, in seconds.
    static let interval: Int64 = 60

    private let logger: Logger
    private let recent = Mutex(Recent())

    init(logger: Logger = Logger(label: "charter.keys")) {
        self.logger = logger
    }

    /// Has a use noted, unless one was in the minute before.
    ///
    /// Who may call does not depend on it: nobody waits for it, as a store may be busy with somebody else's transaction, and if the store cannot write, that is logged,
    /// and tried again a minute later.
    ///
    /// - Returns: What notes it; nil where there is nothing to do.
    @discardableResult
    func note(_ key: StoredKey, at now: Timestamp, in store: some KeyStore) -> Task<Void, Never>? {
        if let last = key.lastUsedAt, now < last.afterInterval { return nil }
        guard recent.withLock({ $0.isFirst(key.id, at: now) }) else { return nil }
        return Task { [logger] in
            do {
                try await store.noteUse(ofKey: key.id, at: now)
            } catch {
                logger.warning("That a key was used could not be noted.", metadata: ["key": "\(key.id)", "error": "\(error)"])
            }
        }
    }

    /// The keys whose use was noted less than a minute ago.
    ///
    /// Without them, requests that arrive together would all find the same old use in the store.
    private struct Recent {
        private var notedAt: [String: Timestamp] = [:]
        private var tidiedAt: Timestamp?

        mutating func isFirst(_ id: String, at now: Timestamp) -> Bool {
            if tidiedAt.map({ now >= $0.afterInterval }) ?? true {
                notedAt = notedAt.filter { now < $0.value.afterInterval }
                tidiedAt = now
            }
            if let last = notedAt[id], now < last.afterInterval { return false }
            notedAt[id] = now
            return true
        }
    }
}

extension Timestamp {
    fileprivate var afterInterval: Timestamp {
        later(bySeconds: KeyUses.interval)
    }
}
