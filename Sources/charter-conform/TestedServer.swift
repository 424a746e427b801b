import CharterClient
import CharterConformance
import CharterContract
import CharterRuntime
import CharterYAML
import HTTPTypes

/// The server that a run is about: where it is, and what exists on it.
struct TestedServer {
    private let fixtures: Fixtures
    /// The longest that the first reply may take.
    private static let patience = Duration.seconds(60)

    private let transport = WireTransport()

    /// The form of fixtures that is known.
    private static let form = 1

    /// Reads the fixtures, and warns of names in them that the contract does not have.
    ///
    /// - Throws: ``Outcome/wrongUsage`` for a server on another machine, unless that is allowed.
    init(_ options: CharterConform, of api: APIDescription) throws {
        let source = SourceText(file: options.fixtures, bytes: try Console.read(options.fixtures))
        do {
            var fixtures = try JSONCoding.decode(Fixtures.self, from: source.bytes)
            if let address = options.baseURL { fixtures.baseURL = address }
            self.fixtures = fixtures
        } catch {
            // The lines themselves hold keys, and are not shown.
            Console.complain(DiagnosticRenderer(sources: []).render([error.diagnostic(in: source)]))
            Console.finish(.impossible)
        }
        guard fixtures.fixtures == Self.form else {
            Console.stop("\(options.fixtures) has form \(fixtures.fixtures) of fixtures, and form \(Self.form) is read here")
        }
        let unused = FixtureCheck(source, fixtures, against: api).diagnostics
        if !unused.isEmpty { Console.complain(DiagnosticRenderer(sources: []).render(unused)) }
        for address in [fixtures.baseURL, fixtures.control?.reset, fixtures.control?.advanceClock].compactMap(\.self) {
            let base = Self.base(of: address)
            if !options.allowRemote, !base.isLoopback {
                Console.stop(
                    "\(base.host) is another machine, and checks write data: say --allow-remote if it is there to be tested",
                    .wrongUsage
                )
            }
        }
    }

    var underTest: ServerUnderTest { ServerUnderTest(transport: transport, fixtures: fixtures) }

    /// Finds out whether anything answers at all.
    func greet(within time: Duration) async throws {
        do {
            let base = try BaseURL(fixtures.baseURL)
            let path = base.path.isEmpty ? "/" : base.path
            let head = HTTPRequest(method: .get, scheme: base.scheme, authority: base.authority, path: path, headerFields: [:])
            _ = try await ends(by: .now + min(time, Self.patience)) { [transport] in try await transport.send(head, body: []) }
        } catch is ReplyTooLarge {
            // Whatever it is, it answers.
        } catch {
            let help = "start the server there, or say with --base-url where it listens"
            Console.stop("nothing answers at \(fixtures.baseURL): \(error.unreachableReason)\n  help: \(help)")
        }
    }

    /// Does not return for what no request can be sent to.
    private static func base(of address: String) -> BaseURL {
        do {
            return try BaseURL(address)
        } catch {
            Console.stop("\(error)", .wrongUsage)
        }
    }
}
