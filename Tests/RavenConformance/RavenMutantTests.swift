import CharterConformance
import CharterRuntime
import CharterServer
import HTTPTypes
import RavenModels
import SampleServers
import Testing

@Suite("Checks of Raven find")
struct RavenMutantTests {
    private static let mutants: [Mutant] = [
        Mutant("lets every role in", found: "listKeys/insufficient-role/member") { $0.change("listKeys") { $0.roles = ["owner"] } },
        Mutant("needs another role", found: "createKey/sufficient-role/member") { $0.change("createKey") { $0.roles = ["member"] } },
        Mutant("knows no role inside another", found: "listKeys/insufficient-role/owner") { api in
            for index in api.roles.indices { api.roles[index].grants = .only([]) }
        },
        Mutant("answers suspended tenants otherwise", found: "listMessages/suspended-tenant", wire: .reply { $0.head.status = .notFound }),
        Mutant("needs no tenant", found: "listKeys/missing-tenant", wire: .field("X-Tenant-Slug") { $0 ?? "acme-co" }),
        Mutant("knows a tenant that there is not", found: "listKeys/unknown-tenant", wire: .field("X-Tenant-Slug") { _ in "acme-co" }),
        Mutant(
            "begins again with any cursor",
            found: "listMessages/tampered-cursor",
            wire: .request { request in
                request.path = request.path?.replacing("cursor=", with: "other=")
            }
        ),
        Mutant(
            "takes the cursors of other tenants",
            found: "listMessages/foreign-cursor",
            wire: .request { request in
                request.path = request.path?.replacing("cursor=", with: "other=")
            }
        ),
        Mutant(
            "takes the cursors of other lists",
            found: "listMessages/cursor-of-other-list",
            wire: .request { request in
                request.path = request.path?.replacing("cursor=", with: "other=")
            }
        ),
        Mutant("does what is repeated twice", found: "sendMessage/replay", wire: .body { $0.replacing("idempotency_key", with: "other") }),
        Mutant("tells another status", found: "getMessage/not-found/id", wire: .text("\"statusCode\":404", "\"statusCode\":400")),
        Mutant("tells another path", found: "getMessage/not-found/id", wire: .text("/messages/", "/letters/")),
        Mutant("does without a header field", found: "getMe/missing-header/X-App-Name", wire: .field("X-App-Name") { $0 ?? "raven-cloud" }),
        Mutant(
            "takes tokens of other people's endpoints",
            found: "listMessages/credential-of-others/person",
            wire: .message { request, _ in
                if let key = SampleKey.all.first, request.headerFields[.authorization] != nil, let name = HTTPField.Name("X-Raven-Key") {
                    request.headerFields[name] = key.text
                }
            }
        ),
        Mutant(
            "knows the scheme in one spelling",
            found: "getMe/scheme-in-other-case",
            wire: .field("Authorization") { text in
                text.map { $0.hasPrefix("Bearer ") ? $0 : "None \($0)" }
            }
        ),
    ]

    @Test("a server that", arguments: mutants)
    func mutant(_ mutant: Mutant) async throws {
        let (faulty, sound) = try await mutant.outcomes(of: .raven) { wrap in
            let clock = AdjustableClock(at: InMemoryRaven.now)
            let transport = wrap(try InMemoryRaven.transport(clock: clock))
            return ServerUnderTest(transport: transport, fixtures: .raven, control: ServerControl(clock))
        }
        #expect(faulty?.outcome == .failed, "\(mutant.check): \(faulty?.actual ?? "there is no such check")")
        // A check that never passes finds nothing.
        if let sound { #expect(sound.outcome == .passed, "\(sound.actual)") }
    }
}
