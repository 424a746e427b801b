import ArgumentParser
import EventModels
import Foundation
import Hummingbird
import Logging
import Measuring

/// Serves on a free port until the input ends, so that no server outlives who started it.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves on a free port, which it writes first; then it answers each line of the input with its CPU seconds so far."
    )

    @Argument(help: "generated, encoder or bytes.")
    var contestant: Contestant

    func run() async throws {
        let application = Application(
            router: try contestant.router(.twenty),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                say(String(channel.localAddress?.port ?? 0))
                answerQuestions()
            },
            logger: Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() }
        )
        try await application.run()
    }
}

/// Writes a line, at once.
private func say(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
}

/// Answers the lines of the input beside what the server does, and ends the process behind the last one.
private func answerQuestions() {
    Thread.detachNewThread {
        while readLine() != nil { say(String(CPUTime.ofThisProcess)) }
        exit(0)
    }
}
