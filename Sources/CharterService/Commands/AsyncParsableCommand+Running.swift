public import ArgumentParser
import CharterServer
import CharterSQLite
import Foundation
import GRDB
import Logging

extension AsyncParsableCommand {
    /// Runs the command that the command line names, to its end, with exit codes that tools may rely on: 0 it is done, 1 it is refused, 2 wrong usage, 3 it could not be
    /// done.
    ///
    /// Results go to standard output, and what is wrong to standard error.
    public static func runService() async -> Never {
        // A reader that goes away, as `head` does, must not end a server.
        signal(SIGPIPE, SIG_IGN)
        // Standard output is for results.
        LoggingSystem.bootstrap(StreamLogHandler.standardError)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
            Console.end(.done)
        } catch {
            Console.end(tell(error))
        }
    }

    /// Says what became of a command that did not come to its end.
    private static func tell(_ error: any Error) -> CommandEnding {
        let isOfParser = error is ValidationError || error is ExitCode || error is CleanExit || "\(type(of: error))" == "CommandError"
        if isOfParser {
            let isAnswer = exitCode(for: error) == .success
            let text = fullMessage(for: error)
            if isAnswer { Console.print(text) } else if !text.isEmpty { Console.note(text) }
            return isAnswer ? .done : .wrongUsage
        }
        if let refusal = error as? Refusal {
            Console.note((["error:", refusal.title] + [refusal.detail].compactMap(\.self)).joined(separator: " "))
            return .findings
        }
        if let error = error as? DatabaseError, error.resultCode == .SQLITE_BUSY {
            let seconds = Int(SQLiteStore.longestForeignWrite)
            let fault = "another process wrote to the database for more than \(seconds) seconds"
            Console.note("error: \(fault): nothing was changed; call again later")
            return .impossible
        }
        Console.note("error: \(error)")
        return error is CommandRefusal || error is KeyFault ? .findings : .impossible
    }
}
