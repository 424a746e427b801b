import ArgumentParser
import CharterRuntime
import EventModels
import Measuring

/// Measures all codings, and prints how often one is contained in the other.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures CPU time of a page of 100 events, in rounds in which each coding has its turn; the least time of each counts."
    )

    @Option(help: "How many rounds are measured.")
    var rounds = 40

    @Option(help: "CPU seconds that a coding has in each round.")
    var slice = 0.02

    func validate() throws {
        guard rounds > 0, slice > 0 else { throw ValidationError("--rounds and --slice take numbers above 0") }
    }

    func run() throws {
        let page = EventPage.hundred
        try Coding.check(page)
        let bytes = try JSONCoding.encode(page).count
        print("a page of \(page.items.count) events, \(bytes) bytes\n")
        let measures = try Coding.allCases.map { try measure(try $0.work(on: page)) }
        let samples = try Samples.interleaved(rounds: rounds, measures)
        print("| coding | least µs | median µs | MB/s |\n|---|--:|--:|--:|")
        for (coding, sample) in zip(Coding.allCases, samples) {
            let cells = [sample.least * 1e6, sample.median * 1e6, Double(bytes) / sample.least / 1e6].map { $0.text(places: 1) }
            print("| \(coding.rawValue) | \(cells.joined(separator: " | ")) |")
        }
        print("")
        print(Verdict("decode, against JSONDecoder", samples[1].least / samples[0].least, atLeast: 8).text)
        print(Verdict("encode, against JSONEncoder", samples[3].least / samples[2].least, atLeast: 8).text)
    }

    /// What takes the time of one coding, as often as fits into a slice.
    private func measure(_ work: @escaping () throws -> Int) throws -> () throws -> Double {
        let start = CPUTime.ofThisProcess
        for _ in 0..<5 { _ = try work() }
        let times = max(1, Int(slice / ((CPUTime.ofThisProcess - start) / 5)))
        return {
            let start = CPUTime.ofThisProcess
            var sum = 0
            for _ in 0..<times { sum &+= try work() }
            precondition(sum > 0, "nothing was coded")
            return (CPUTime.ofThisProcess - start) / Double(times)
        }
    }
}
