import ArgumentParser
import Foundation
import Measuring

/// The command that measures how long generated code takes to compile.
@main
struct CompileTime: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures the CPU time of compiling an API's generated models, client and routes; what they import is built before.",
        discussion: """
            SwiftPM builds them once; then the compiler is run again as SwiftPM ran it, on all files of one module. \
            The least time of each module counts. The first build takes about ten minutes a configuration on two cores.
            """
    )

    /// CPU seconds of all three modules of Cobuntu.
    private static let goals = ["debug": 4.5, "release": 9]

    @Option(help: "The API, of those in the main package.")
    var api = "Cobuntu"

    @Option(parsing: .upToNextOption, help: "debug, release or both.")
    var configurations = ["debug", "release"]

    @Option(help: "How often each module is compiled.")
    var rounds = 5

    @Option(help: "The folder of the main package.")
    var root = "."

    @Option(help: "Where it is built, and what is built stays for the next run.")
    var scratch = FileManager.default.temporaryDirectory.appending(path: "charter-compile-time").path

    @Option(parsing: .remaining, help: "Arguments for the compiler, such as '-Xfrontend -debug-time-compilation'; they stand at the end.")
    var compiler: [String] = []

    func validate() throws {
        guard rounds > 0 else { throw ValidationError("--rounds takes a number above 0") }
        guard configurations.allSatisfy(Self.goals.keys.contains) else {
            throw ValidationError("--configurations takes 'debug' and 'release'")
        }
    }

    func run() throws {
        for configuration in configurations {
            let commands = try build(configuration)
            let samples = try Samples.interleaved(rounds: rounds, commands.map { command in { try command.run() } })
            print("| module, \(configuration) | files | least s of CPU | median s |\n|---|--:|--:|--:|")
            for (command, sample) in zip(commands, samples) {
                print("| \(command.module) | \(command.files) | \(sample.least.text(places: 2)) | \(sample.median.text(places: 2)) |")
            }
            let sum = samples.map(\.least).reduce(0, +)
            print("| together | \(commands.map(\.files).reduce(0, +)) | \(sum.text(places: 2)) | |\n")
            guard api == "Cobuntu", let goal = Self.goals[configuration] else { continue }
            print("goal of \(configuration), under \(goal) s: \(sum < goal ? "reached" : "missed")\n")
        }
    }

    /// Builds the modules and what they need, and finds how each was compiled.
    private func build(_ configuration: String) throws -> [CompilerCommand] {
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
        for target in ["\(api)APIClient", "\(api)Routes"] {
            FileHandle.standardError.write(Data("building \(target), \(configuration)\n".utf8))
            let arguments = ["/usr/bin/env", "swift", "build", "--package-path", root, "--scratch-path", scratch, "-c", configuration]
            _ = try ProcessMeasurement(running: arguments + ["--target", target], output: URL(fileURLWithPath: "\(scratch)/\(target).log"))
        }
        let plan = try String(contentsOfFile: "\(scratch)/\(configuration).yaml", encoding: .utf8)
        return try ["Models", "APIClient", "Routes"].map { try CompilerCommand(of: api + $0, in: plan, scratch: scratch, adding: compiler) }
    }
}
