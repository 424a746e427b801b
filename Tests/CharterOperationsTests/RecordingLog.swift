import Logging
import Synchronization

/// Keeps what a server logs; copies share what they keep.
struct RecordingLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info
    private let kept = Entries()

    /// What was logged.
    struct Entry: Sendable {
        let level: Logger.Level
        let message: String
        /// The attributes, as texts.
        let attributes: [String: String]

        /// The whole entry, for what may stand nowhere in it.
        var text: String { "\(level) \(message) \(attributes)" }
    }

    var entries: [Entry] { kept.entries.withLock { $0 } }

    /// What was logged of requests.
    var requests: [Entry] { entries.filter { $0.message == "A request was answered." } }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let entry = Entry(level: event.level, message: "\(event.message)", attributes: all.mapValues { "\($0)" })
        kept.entries.withLock { $0.append(entry) }
    }

    private final class Entries: Sendable {
        let entries = Mutex<[Entry]>([])
    }
}
