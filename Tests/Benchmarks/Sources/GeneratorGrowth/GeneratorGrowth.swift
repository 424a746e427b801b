import ArgumentParser
import Foundation

/// The command that measures how `charter` grows with its contract.
@main
struct GeneratorGrowth: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures time and memory of charter with synthetic contracts of 100, 1,000 and 3,000 endpoints, three types each.",
        discussion: "Where work grows with the size of the contract alone, what an endpoint takes stays what it is with the smallest: × 1."
    )

    /// What a contract of 1,000 endpoints and 3,000 types may take.
    private static let goal = (endpoints: 1_000, seconds: 2.0, bytes: 100 << 20)

    @Option(help: "How many endpoints the contracts have, in rising order; multiples of 5.")
    var sizes: [Int] = [100, 1_000, 3_000]

    @Option(help: "How often each step is run; the median counts.")
    var repeats = 5

    @Option(help: "Another executable of charter, such as that of an earlier version.")
    var charter: String?

    @Option(help: "What the contracts are made from.")
    var seed: UInt64 = 1

    @Option(help: "A folder in which contracts and output are left; not there yet.")
    var keep: String?

    func validate() throws {
        guard !sizes.isEmpty, sizes.allSatisfy({ $0 > 0 && $0 % SyntheticResource.endpointCount == 0 }), repeats > 0 else {
            throw ValidationError("--sizes takes multiples of \(SyntheticResource.endpointCount), --repeats a number above 0")
        }
    }

    func run() throws {
        let temporary = FileManager.default.temporaryDirectory.appending(path: "generator-growth-\(getpid())")
        let folder = keep.map { URL(fileURLWithPath: $0) } ?? temporary
        defer { if keep == nil { try? FileManager.default.removeItem(at: folder) } }
        let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "charter").path
        let executable = charter.map { URL(fileURLWithPath: $0).path } ?? beside
        let trials = try sizes.map { size in
            try Trial(
                SyntheticContract(endpoints: size, seed: seed),
                charter: executable,
                repeats: repeats,
                in: folder.appending(path: String(size))
            )
        }
        print(GrowthTable(trials: trials).text)
        for trial in trials where trial.contract.endpoints == Self.goal.endpoints { print(verdict(trial)) }
    }

    private func verdict(_ trial: Trial) -> String {
        let measured = trial.measurements[.generate]
        let isReached = measured.map { $0.wall < Self.goal.seconds && $0.peakMemory < Self.goal.bytes } ?? false
        return "goal at 1,000 endpoints, under \(Self.goal.seconds) s and \(Self.goal.bytes >> 20) MiB: \(isReached ? "reached" : "missed")"
    }
}
