import CharterRuntime
import CharterServer

/// What became of e-mails, which is kept for thirty days: long enough to answer whoever asks for one that did not come.
struct EndedMails<Storage: CobuntuStorage>: ForgettingStore {
    let storage: Storage

    static var secondsKept: Int64 { 30 * 86_400 }

    /// Forgets the e-mails that ended before that time.
    func forgetEnded(by clock: some ServerClock) async throws {
        try await storage.forgetMails(endedBefore: clock.now.later(bySeconds: -Self.secondsKept))
    }
}
