import Foundation
import Testing

@Suite("charter conform")
struct ConformTests {
    @Test(
        "calls no other machine unless that is allowed",
        arguments: ["https://shop.example/v1", "http://10.0.0.1", "http://127.0.0.1.example"]
    )
    func remote(address: String) async throws {
        let result = try await Workspace.shop(at: address).charter("conform", "shop.yaml", "--fixtures", "fixtures.json")
        #expect(result.ending == .exit(2))
        #expect(result.errors.contains("is another machine"))
        #expect(result.output == "")
    }

    @Test("says when nothing answers")
    func nobody() async throws {
        // No service listens at the port for discarding on any machine that runs tests.
        let result = try await Workspace.shop(at: "http://127.0.0.1:9/v1").charter("conform", "shop.yaml", "--fixtures", "fixtures.json")
        #expect(result.ending == .exit(3))
        #expect(result.errors.contains("nothing answers at http://127.0.0.1:9/v1: no program listens there\n"))
        #expect(result.errors.contains("\n  help: start the server there, or say with --base-url where it listens\n"))
    }

    @Test("takes no address with a port that there is not", arguments: [[], ["--allow-remote"]])
    func port(options: [String]) async throws {
        let arguments = ["conform", "shop.yaml", "--fixtures", "fixtures.json", "--base-url", "http://127.0.0.1:99999/"] + options
        let result = try await Workspace.shop(at: "http://127.0.0.1:9/v1").charter(arguments)
        #expect(result.ending == .exit(2))
        #expect(result.errors.contains("has the port \"99999\", and ports are numbers from 1 to 65535"))
    }

    private func conform(_ server: AnsweringServer, _ options: String...) async throws -> CommandResult {
        try await server.serve { port in
            try await Workspace.shop(at: "http://127.0.0.1:\(port)").charter(
                ["conform", "shop.yaml", "--fixtures", "fixtures.json"] + options
            )
        }
    }

    private static func answer(_ body: String) -> AnsweringServer {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
        return AnsweringServer(reply: Array((head + body).utf8))
    }

    @Test("counts what is sent, says at which bound it stopped, and holds nothing for passed that was not checked")
    func requests() async throws {
        let none = try await conform(Self.answer("\"9 to 5\""), "--max-requests", "0")
        #expect(none.ending == .exit(3))
        #expect(none.output.contains("\n0 requests in "))
        #expect(none.output.hasSuffix("seed 0; stopped at the bound of 0 requests\n"), "\(none.output)")
        #expect(none.errors.hasSuffix("error: nothing could be checked\n"))
        let one = try await conform(Self.answer("\"9 to 5\""), "--max-requests", "1")
        #expect(one.output.contains("\n1 request in ") && one.output.hasSuffix("stopped at the bound of 1 request\n"), "\(one.output)")
        let families = try await conform(Self.answer("\"9 to 5\""), "--only", "paging", "--only", "limits")
        #expect(families.ending == .exit(3))
        #expect(families.errors.hasSuffix("error: the contract calls for no check of paging, limits\n"), "\(families.errors)")
        #expect(try await conform(Self.answer(""), "--max-requests=-1").ending == .exit(2))
    }

    @Test("waits for the first reply no longer than the whole run may take")
    func silence() async throws {
        let result = try await conform(AnsweringServer(reply: [], closes: false), "--max-seconds", "1")
        #expect(result.ending == .exit(3))
        #expect(result.errors.contains("nothing answers at ") && result.errors.contains(": there is no reply in time"), "\(result.errors)")
    }

    @Test("knows that a server answers whose first reply is larger than any it reads")
    func largeReply() async throws {
        var server = Self.answer(String(repeating: " ", count: 17 << 20))
        server.closes = false
        let result = try await conform(server, "--max-requests", "0")
        #expect(result.errors.hasSuffix("error: nothing could be checked\n"), "\(result.errors)")
    }

    @Test("fails also for what could not be checked, where that is asked for, unless a bound is the reason")
    func unchecked() async throws {
        let endpoint = "  GET /days/:day: { id: getDay, does: Get one, auth: none, scope: none, path: { day: string }, returns: string }\n"
        func run(_ options: String...) async throws -> CommandResult {
            try await Self.answer("\"9 to 5\"").serve { port in
                let workspace = try Workspace.shop(at: "http://127.0.0.1:\(port)/v1")
                try workspace.write(Workspace.shop + "\n" + endpoint, to: "shop.yaml")
                let arguments = ["conform", "shop.yaml", "--fixtures", "fixtures.json", "--only", "shapes", "--quiet"]
                return try await workspace.charter(arguments + options)
            }
        }
        #expect(try await run().ending == .exit(0))
        let strict = try await run("--fail-unchecked")
        #expect(strict.ending == .exit(1))
        #expect(strict.errors == "error: 3 checks could not be carried out (--fail-unchecked)\n", "\(strict.errors)")
    }

    @Test("is no stricter where a bound stopped the run")
    func stopped() async throws {
        let result = try await conform(Self.answer("\"9 to 5\""), "--only", "shapes", "--max-requests", "1", "--fail-unchecked", "--quiet")
        #expect(result.ending == .exit(0), "\(result.errors)")
        #expect(result.output.contains("shapes                 1         0         1\n"), "\(result.output)")
    }

    @Test("tells programs how the run went, and where the contract says what is checked")
    func json() async throws {
        let result = try await conform(Self.answer("\"9 to 5\""), "--only", "shapes", "--seed", "7", "--format", "json", "--quiet")
        #expect(result.output.hasPrefix(#"{"report":1,"api":"Shop","run":{"seed":7,"requests":2,"seconds":"#), "\(result.output)")
        #expect(result.output.contains(#""totals":{"passed":2,"failed":0,"unchecked":0},"families":{"shapes":{"passed":2,"#))
        // 'returns' of the endpoint.
        #expect(result.output.contains(#""place":{"file":"shop.yaml","line":9,"column":77}"#), "\(result.output)")
    }

    @Test("tells of a faulty contract in the format that is asked for")
    func faultyContract() async throws {
        let workspace = try Workspace.shop(at: "http://127.0.0.1:9/v1")
        try workspace.edit("shop.yaml", "scope: none", "scop: none")
        let arguments = ["conform", "shop.yaml", "--fixtures", "fixtures.json", "--format"]
        let github = try await workspace.charter(arguments + ["github"])
        #expect(github.ending == .exit(1))
        #expect(github.output.hasPrefix("::error file=shop.yaml,line=9,"), "\(github.output)")
        let json = try await workspace.charter(arguments + ["json"])
        #expect(json.output.hasPrefix("[\n") && json.output.contains(#""rule": "unknown-key""#), "\(json.output)")
        #expect(json.errors == "")
    }

    @Test("finds the published description of an API that serves one, and says so first; another one can be named")
    func published() async throws {
        let workspace = try Workspace.shop(at: "http://127.0.0.1:9/v1")
        let line = "the published description is published/shop/1.0.0/openapi.json\n"
        let arguments = ["conform", "shop.yaml", "--fixtures", "fixtures.json"]
        try await workspace.charter("publish", "shop.yaml", "--to", "published")
        #expect(try await !workspace.charter(arguments).errors.contains("published"))

        try workspace.edit("shop.yaml", "version: 1.0.0", "version: 1.1.0\ndescribedAt: /openapi.json")
        #expect(try await !workspace.charter(arguments).errors.contains("published"))
        try await workspace.charter("publish", "shop.yaml", "--to", "published")
        let found = try await workspace.charter(arguments)
        #expect(found.errors.hasPrefix(line.replacing("1.0.0", with: "1.1.0")), "\(found.errors)")
        #expect(try await workspace.charter(arguments + ["--quiet"]).errors.hasPrefix("error: nothing answers"))
        #expect(try await workspace.charter(arguments + ["--document", "fixtures.json"]).errors.hasPrefix("error: nothing answers"))

        try workspace.edit("published/shop/1.1.0/openapi.json", "Shop API", "Sham API")
        let damaged = try await workspace.charter(arguments)
        #expect(damaged.ending == .exit(3))
        #expect(damaged.errors.contains("published/shop/1.1.0/openapi.json and SHA256SUMS beside it do not match"))
        #expect(damaged.errors.contains("or name another document with --document"))
    }

    @Test("carries out the checks of the names that are asked for, and of none that there is not")
    func named() async throws {
        let one = try await conform(Self.answer("\"9 to 5\""), "--check", "getHours/response-shape", "--format", "json", "--quiet")
        #expect(one.output.contains(#""totals":{"passed":1,"failed":0,"unchecked":0}"#), "\(one.output)")
        let endpoint = try await conform(Self.answer("\"9 to 5\""), "--check", "getHours", "--only", "shapes", "--quiet")
        #expect(endpoint.output.contains("all                    2         0         0\n"), "\(endpoint.output)")
        let none = try await conform(Self.answer("\"9 to 5\""), "--check", "getHours/response")
        #expect(none.ending == .exit(2))
        #expect(none.errors.contains("there is no check 'getHours/response', and no endpoint"), "\(none.errors)")
    }

    @Test("says where many failures may have one cause, and in JUnit's form where the contract says what failed")
    func manyFailures() async throws {
        let head = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        try await AnsweringServer(reply: Array(head.utf8)).serve { port in
            let workspace = try Workspace.shop(at: "http://127.0.0.1:\(port)")
            let endpoints = (1...12).map {
                "  GET /days/\($0): { id: getDay\($0), does: Get one, auth: none, scope: none, returns: string }\n"
            }
            try workspace.write(Workspace.shop + "\n" + endpoints.joined(), to: "shop.yaml")
            let arguments = ["conform", "shop.yaml", "--fixtures", "fixtures.json", "--only", "shapes", "--quiet", "--junit", "checks.xml"]
            let result = try await workspace.charter(arguments)
            #expect(result.ending == .exit(1))
            #expect(result.output.hasSuffix("failures may have one cause: the status is 404\n"), "\(result.output)")
            #expect(try workspace.text("checks.xml").contains(">shop.yaml:9:77: endpoints/getHours/returns&#10;GET "))
        }
        let few = try await conform(Self.answer("9"), "--only", "shapes", "--quiet")
        #expect(few.ending == .exit(1) && !few.output.contains("one cause"), "\(few.output)")
    }

    @Test("has no other families and options than those it names")
    func usage() async throws {
        let workspace = try Workspace.shop(at: "http://127.0.0.1:9/v1")
        let family = try await workspace.charter("conform", "shop.yaml", "--fixtures", "fixtures.json", "--only", "nothing")
        #expect(family.ending == .exit(2))
        let help = try await workspace.charter("conform", "--help")
        #expect(help.ending == .exit(0))
        #expect(help.output.contains("--allow-remote") && help.output.contains("--fail-unchecked"))
    }
}
