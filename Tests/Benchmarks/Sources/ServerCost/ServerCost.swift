import ArgumentParser
import Foundation
import Measuring

/// The command that measures what a request costs a server.
@main
struct ServerCost: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures a server's CPU time of GET events with 20 events: generated routes, a route with JSONEncoder, ready bytes.",
        discussion: """
            Each way has a process of its own on a free port of this machine. wrk asks them in turn, round by round; \
            the least time of each counts. Without wrk (apt-get install wrk, brew install wrk) nothing is measured.
            """
    )

    @Option(help: "How many rounds are measured.")
    var rounds = 7

    @Option(help: "How many seconds wrk asks a server in a round.")
    var seconds = 2

    @Option(help: "How many connections wrk keeps.")
    var connections = 16

    func validate() throws {
        guard rounds > 0, seconds > 0, connections > 0 else { throw ValidationError("all options take numbers above 0") }
    }

    func run() throws {
        guard let wrk = Tool.path(of: "wrk") else {
            throw ValidationError("there is no 'wrk', which sends the requests: install it ('apt-get install wrk', 'brew install wrk')")
        }
        let executable = Tool.pathBesideThis(of: "EventServer")
        guard FileManager.default.isExecutableFile(atPath: executable) else {
            throw ValidationError("there is no '\(executable)': build the whole package, as the README of the benchmarks says")
        }
        print(try Tool.output(of: executable, ["compare"]))
        let servers = try ["generated", "encoder", "bytes"].map { try ServerProcess(executable, $0) }
        defer { for server in servers { server.stop() } }
        let load = Load(wrk: wrk, seconds: seconds, connections: connections)
        // The first round warms everything up.
        for server in servers { _ = try load.cost(of: server) }
        let samples = try Samples.interleaved(rounds: rounds, servers.map { server in { try load.cost(of: server) } })
        print("| server | least µs of CPU a request | median µs |\n|---|--:|--:|")
        for (server, sample) in zip(servers, samples) {
            print("| \(server.contestant) | \((sample.least * 1e6).text(places: 1)) | \((sample.median * 1e6).text(places: 1)) |")
        }
        print("")
        print(Verdict("generated routes, against JSONEncoder", samples[1].least / samples[0].least, atLeast: 5).text)
        print(Verdict("generated routes, against ready bytes", samples[2].least / samples[0].least, atLeast: 0.5).text)
    }
}
