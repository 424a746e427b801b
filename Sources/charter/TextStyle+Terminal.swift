import CharterContract
import Foundation

extension TextStyle {
    /// The style for what goes to a stream: escape sequences only where a terminal reads them, and nobody asked for none.
    ///
    /// `NO_COLOR` asks for none when it is set and not empty (no-color.org), `TERM=dumb` says that the terminal knows none.
    init(for stream: FileHandle, environment: [String: String] = ProcessInfo.processInfo.environment) {
        let isTerminal = isatty(stream.fileDescriptor) == 1
        let isUnwanted = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
        self = isTerminal && !isUnwanted ? .ansi : .plain
    }
}
