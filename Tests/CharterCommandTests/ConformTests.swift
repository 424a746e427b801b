import Foundation
import Testing

@Suite("charter conform")
struct ConformTests {
    private static let fixtures = #"{"fixtures":1,"baseURL":"ADDRESS","tenants":["all"],"credentials":[],"parameters":{}}"#

    private func workspace(_ address: String) throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write(Self.fixtures.replacing("ADDRESS", with: address), to: "fixtures.json")
        try workspace.write(Self.contract, to: "shop.yaml")
        return workspace
    }

    @Test(
        "calls no other machine unless that is allowed",
        arguments: ["https://shop.example/v1", "http://10.0.0.1", "http://127.0.0.1.example"]
    )
    func remote(address: String) async throws {
        let result = try await workspace(address).charter("conform", "shop.yaml", "--fixtures", "fixtures.json")
        #expect(result.ending == .exit(2))
        #expect(result.errors.contains("is another machine"))
        #expect(result.output == "")
    }

    @Test("says when nothing answers")
    func nobody() async throws {
        // No service listens at the port for discarding on any machine that runs tests.
        let result = try await workspace("http://127.0.0.1:9/v1").charter("conform", "shop.yaml", "--fixtures", "fixtures.json")
        #expect(result.ending == .exit(3))
        #expect(result.errors.contains("nothing answers at http://127.0.0.1:9/v1"))
    }

    @Test("takes no address with a port that there is not", arguments: [[], ["--allow-remote"]])
    func port(options: [String]) async throws {
        let arguments = ["conform", "shop.yaml", "--fixtures", "fixtures.json", "--base-url", "http://127.0.0.1:99999/"] + options
        let result = try await workspace("http://127.0.0.1:9/v1").charter(arguments)
        #expect(result.ending == .exit(2))
        #expect(result.errors.contains("has the port \"99999\", and ports are numbers from 1 to 65535"))
    }

    private func conform(_ server: AnsweringServer, _ options: String...) async throws -> CommandResult {
        try await server.serve { port in
            try await workspace("http://127.0.0.1:\(port)").charter(["conform", "shop.yaml", "--fixtures", "fixtures.json"] + options)
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

    @Test("says what is wrong with the fixtures")
    func fixtures() async throws {
        let workspace = try workspace("http://127.0.0.1:9/v1")
        let missing = try await workspace.charter("conform", "shop.yaml", "--fixtures", "none.json")
        #expect(missing.ending == .exit(3))
        #expect(missing.errors.contains("none.json cannot be read"))
        try workspace.write("{}", to: "fixtures.json")
        let empty = try await workspace.charter("conform", "shop.yaml", "--fixtures", "fixtures.json")
        #expect(empty.ending == .exit(3))
        #expect(empty.errors.contains("fixtures.json holds no fixtures"))
    }

    @Test("points to names in the fixtures that the contract does not have, and to a form that it cannot read")
    func names() async throws {
        let workspace = try workspace("http://127.0.0.1:9/v1")
        let fixtures = """
            {
              "fixtures": 1,
              "baseURL": "http://127.0.0.1:9/v9",
              "tenant": ["all"],
              "tenants": ["all"],
              "credentials": [{"tenant": "al", "kind": "sercet", "scopes": ["read"], "headers": {"X-Key": "sk_0a1b2c3d"}}],
              "parameters": {"all": {"getHour": {}, "getHours": {"page": "1"}}},
              "failures": {"all": {"getHours": {"gone": {}}}},
              "plans": {"all": "gold"}
            }
            """
        try workspace.write(fixtures, to: "fixtures.json")
        let result = try await workspace.charter("conform", "shop.yaml", "--fixtures", "fixtures.json")
        #expect(result.ending == .exit(3))
        for line in [
            "fixtures.json:3:14: warning: the path of this address is '/v9'",
            "fixtures.json:4:3: warning: there is no member of fixtures 'tenant'",
            "did you mean 'tenants'?", "fixtures.json:6:30: warning: there is no tenant of this file 'al'",
            "there is no kind of credential 'sercet'", "there is no scope 'read'", "there is no endpoint 'getHour'",
            "did you mean 'getHours'?",
            "there is no parameter of 'getHours' 'page'", "there is no failure that 'getHours' documents itself 'gone'",
            "there is no plan 'gold'",
        ] { #expect(result.errors.contains(line), "\(line)\n\(result.errors)") }

        #expect(!result.errors.contains("0a1b2c3d"))

        try workspace.write(fixtures.replacing("\"fixtures\": 1", with: "\"fixtures\": 2"), to: "fixtures.json")
        let other = try await workspace.charter("conform", "shop.yaml", "--fixtures", "fixtures.json")
        #expect(other.ending == .exit(3))
        #expect(other.errors == "error: fixtures.json has form 2 of fixtures, and form 1 is read here\n")
    }

    @Test("finds the published description of an API that serves one, and says so first; another one can be named")
    func published() async throws {
        let workspace = try workspace("http://127.0.0.1:9/v1")
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

    @Test("has no other families and options than those it names")
    func usage() async throws {
        let workspace = try workspace("http://127.0.0.1:9/v1")
        let family = try await workspace.charter("conform", "shop.yaml", "--fixtures", "fixtures.json", "--only", "nothing")
        #expect(family.ending == .exit(2))
        let help = try await workspace.charter("conform", "--help")
        #expect(help.ending == .exit(0))
        #expect(help.output.contains("--allow-remote"))
    }

    private static let contract = """
        charter: 1
        api: Shop
        title: Shop API
        version: 1.0.0
        servers: { production: https://shop.example/v1 }
        promise: none
        errors: { body: problem }
        endpoints:
          GET /hours: { id: getHours, does: Get the hours, auth: none, scope: none, returns: string }
        """
}
