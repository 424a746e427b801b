import ArgumentParser
import EventModels
import EventRoutes

/// The server that ServerCost starts and measures.
@main
struct EventServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Answers GET events in one of three ways, to be measured by ServerCost.",
        subcommands: [Serve.self, Compare.self]
    )
}
