import CharterRuntime
import CharterServer

/// Where notes are written.
actor NoteDesk {
    /// Those that are committed, in order.
    private(set) var notes: [Note] = []
    /// How often something was tried.
    private(set) var tries = 0
    private var work: (@Sendable (Note) async throws -> Void)?

    /// Does something whenever a note is about to be written; what it throws keeps the note from being written.
    func before(_ work: (@Sendable (Note) async throws -> Void)?) {
        self.work = work
    }

    func write(_ note: Note, in transaction: WatchedTransaction) async throws -> JSONValue {
        tries += 1
        let id = JSONValue.string("n\(tries)")
        try transaction.base.afterCommit { await self.keep(note) }
        try await work?(note)
        return .object(["id": id, "text": .string(note.text)])
    }

    private func keep(_ note: Note) {
        notes.append(note)
    }
}
