import Dispatch
import Foundation

/// Ends a run in good order where somebody interrupts it: what was found is reported.
///
/// Whoever interrupts it again ends it at once.
struct Interruption {
    private let source: any DispatchSourceSignal

    init(_ handle: @escaping @Sendable () -> Void) {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler {
            signal(SIGINT, SIG_DFL)
            handle()
        }
        source.resume()
    }

    func end() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}
