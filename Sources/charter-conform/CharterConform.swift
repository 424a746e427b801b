import ArgumentParser
import CharterConformance
import CharterRuntime
import Foundation

/// The command line of the checks, which `charter conform` runs.
@main
struct CharterConform: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "charter conform",
        abstract: "Holds a running API to its contract, from outside.",
        discussion: """
            Examples:
              charter conform spec/shop.yaml --fixtures fixtures.json
              charter conform spec/shop.yaml --fixtures fixtures.json --only paging --only limits
              charter conform spec/shop.yaml --fixtures fixtures.json --check placeOrder/replay --check listOrders
              charter conform spec/shop.yaml --fixtures fixtures.json --junit checks.xml --format github

            The fixtures name tenants, credentials and values that exist on the server. What cannot be checked for want of one is listed by name, and
            counted apart. Checks that should succeed really call the API: point them at a server that is there to be tested.

            Exit codes:
              0  every check that could be carried out has passed
              1  some have failed, or the contract has errors; with --fail-unchecked also where one could not be carried out
              2  wrong usage
              3  it could not be done: an unreadable file, an unreachable host, or nothing could be checked

            Environment:
              NO_COLOR  has no effect: there are no colours
            """
    )

    @Argument(help: "The contract.", completion: .file(extensions: ["yaml"]))
    var spec: String

    @Option(help: "The JSON file with what exists on the server.", completion: .file(extensions: ["json"]))
    var fixtures: String

    @Option(help: "The address of the API, base path included; by default that of the fixtures.")
    var baseURL: String?

    @Option(help: ArgumentHelp("One family of checks; may be given several times.", valueName: "family"))
    var only: [CheckFamily] = []

    @Option(
        help: ArgumentHelp(
            "One check, or all of an endpoint, or of a part of its checks: addEvent/limit; may be given several times.",
            valueName: "name"
        )
    )
    var check: [String] = []

    @Option(help: "Chooses among the values that checks may try; idempotency keys are new in every run.")
    var seed: UInt64 = 0

    @Option(help: "Also writes the results as JUnit XML into this file.", completion: .file(extensions: ["xml"]))
    var junit: String?

    @Option(help: "How results are written: text for people; json, a report; github, annotations in GitHub Actions.")
    var format = ReportFormat.text

    @Option(
        help: """
            The published OpenAPI document, which an API that serves its description has to serve; by default the one of the contract's version in \
            'published/' beside the contract, if it is there.
            """,
        completion: .file(extensions: ["json"])
    )
    var document: String?

    @Option(help: "The most requests that are sent, but for deletions of what was made.")
    var maxRequests = 50_000

    @Option(help: "The most seconds that the checks take.")
    var maxSeconds = 600

    @Flag(help: "Fails also where something could not be checked, unless a bound of the run is the reason.")
    var failUnchecked = false

    @Flag(help: "Lets the checks call a server on another machine.")
    var allowRemote = false

    @Flag(name: .shortAndLong, help: "Says nothing of the progress.")
    var quiet = false

    static func main() async {
        // A reader that goes away, as `head` does, must not end a run halfway.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
            Console.finish(.holds)
        } catch let outcome as Outcome {
            Console.finish(outcome)
        } catch {
            let isAnswer = exitCode(for: error) == .success
            let text = fullMessage(for: error)
            if isAnswer { Console.print(text) } else { Console.complain(text) }
            Console.finish(isAnswer ? .holds : .wrongUsage)
        }
    }

    func run() async throws {
        let contract = try LoadedContract(file: spec, showing: format)
        let published = try PublishedDocument(named: document, of: contract.api, contract: spec)
        if let place = published?.place, !quiet { Console.complain("the published description is \(place)") }
        let server = try TestedServer(self, of: contract.api)
        let suite = ConformanceSuite(
            contract.api,
            server: server.underTest,
            seed: seed,
            document: published?.bytes,
            bounds: RunBounds(requests: maxRequests, seconds: maxSeconds)
        )
        let checks = try wanted(among: suite.checks)
        try await server.greet(within: .seconds(maxSeconds))
        var progress = Progress(of: checks.count, isShown: !quiet)
        let begin = ContinuousClock.now
        var results: [CheckResult] = []
        var failure: (any Error)?
        let interruption = Interruption { suite.interrupt() }
        do {
            _ = try await suite.run(checks) { result in
                progress.tell(result)
                results.append(result)
            }
        } catch {
            failure = error
        }
        interruption.end()
        progress.finish()
        let run = ConformanceRun(seed: seed, requests: suite.requests, duration: begin.duration(to: .now), stop: suite.stop)
        let report = ConformanceReport(api: contract.api.name, run: run, checks: results)
        let style = ReportStyle(report, of: contract)
        Console.print(try style.text(as: format))
        if let junit { try Console.write(JUnitReport(style.report).bytes, to: junit) }
        if let failure { Console.stop("behind \(results.count) checks the server cannot be put back as it was: \(failure)") }
        // A report for programs has no summary.
        if format == .json, let stop = suite.stop { Console.complain("stopped at the bound of \(stop)") }
        if results.contains(where: { $0.outcome == .failed }) { throw Outcome.findings }
        if results.isEmpty { Console.stop("the contract calls for no check of \((only.map(\.rawValue) + check).joined(separator: ", "))") }
        if !results.contains(where: { $0.outcome == .passed }) { Console.stop("nothing could be checked") }
        let unchecked = results.count { $0.outcome == .unchecked && !$0.isStopped }
        if failUnchecked, unchecked > 0 {
            Console.stop("\(unchecked) \(unchecked == 1 ? "check" : "checks") could not be carried out (--fail-unchecked)", .findings)
        }
    }

    /// The checks of the families and names that were asked for.
    private func wanted(among all: [Check]) throws -> [Check] {
        for name in check where !all.contains(where: { $0.isNamed(name) }) {
            throw ValidationError(
                "there is no check '\(name)', and no endpoint; names are those of a report, as '\(all.first?.name ?? "")'"
            )
        }
        return all.filter { one in
            (only.isEmpty || only.contains(one.family)) && (check.isEmpty || check.contains { one.isNamed($0) })
        }
    }

    func validate() throws {
        if maxRequests < 0 || maxSeconds < 0 { throw ValidationError("--max-requests and --max-seconds are 0 or more") }
    }
}

extension CheckFamily: ExpressibleByArgument {}

extension Check {
    /// Whether it has that name, or one that goes on with a part of its own: `addEvent/limit` is no beginning of `addEvent/limits`.
    fileprivate func isNamed(_ name: String) -> Bool {
        self.name == name || self.name.hasPrefix(name.hasSuffix("/") ? name : name + "/")
    }
}
