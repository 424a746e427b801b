import Logging
import Synchronization

/// Keeps what a server logs, one text for each entry; copies share what they keep.
struct RecordingLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace
    private let kept = Entries()

    var entries: [String] { kept.texts.withLock { $0 } }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        kept.texts.withLock { $0.append("\(event.level): \(event.message) \(event.metadata ?? [:])") }
    }

    private final class Entries: Sendable {
        let texts = Mutex<[String]>([])
    }
}
