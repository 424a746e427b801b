import ArgumentParser
import EventModels

/// Does one coding a number of times and nothing else: what other tools look at.
struct Repeat: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Does one coding so many times, for tools such as valgrind and perf.")

    @Argument(help: "decode-charter, decode-foundation, encode-charter or encode-foundation.")
    var coding: Coding

    @Argument(help: "How often.")
    var times: Int

    func run() throws {
        let work = try coding.work(on: .hundred)
        var sum = 0
        for _ in 0..<times { sum += try work() }
        print(sum)
    }
}
