import Foundation
import Testing

@Suite("charter conform, of its fixtures")
struct ConformFixtureTests {
    @Test("says what is wrong with the fixtures")
    func fixtures() async throws {
        let workspace = try Workspace.shop(at: "http://127.0.0.1:9/v1")
        let missing = try await workspace.charter("conform", "shop.yaml", "--fixtures", "none.json")
        #expect(missing.ending == .exit(3))
        #expect(missing.errors.contains("none.json cannot be read"))
        try workspace.write("{}", to: "fixtures.json")
        let empty = try await workspace.charter("conform", "shop.yaml", "--fixtures", "fixtures.json")
        #expect(empty.ending == .exit(3))
        let help = #"  help: add "fixtures": 1"#
        #expect(empty.errors == "fixtures.json:1:1: error: there is no 'fixtures' in this object [fixture-unreadable]\n\(help)\n")

        let credential = #"{"tenant": "all", "kind": "key", "headers": {"X-Key": "sk_0a1b2c3d"}}"#
        try workspace.write("{\n  \"fixtures\": 1,\n  \"credentials\": [\n    \(credential)]}", to: "fixtures.json")
        let member = try await workspace.charter("conform", "shop.yaml", "--fixtures", "fixtures.json")
        #expect(member.errors.hasPrefix("fixtures.json:4:5: error: there is no 'scopes' in this object [fixture-unreadable]\n"))
        #expect(!member.errors.contains("0a1b2c3d"))

        try workspace.write("{\n  \"fixtures\": 1,\n  \"tenants\": [1]}", to: "fixtures.json")
        let value = try await workspace.charter("conform", "shop.yaml", "--fixtures", "fixtures.json")
        #expect(value.errors == "fixtures.json:3:15: error: 'tenants[0]' must be text [fixture-unreadable]\n")
    }

    @Test("warns of a credential of the fixtures that stands where the contract looks for none")
    func unreadCredential() async throws {
        let workspace = try Workspace.shop(at: "http://127.0.0.1:9/v1")
        let kind = "key: { prefix: sk_, use: server-only, holds: any }"
        try workspace.edit("shop.yaml", "endpoints:", "credentials: { apiKey: { header: X-Key, kinds: { \(kind) } } }\nendpoints:")
        let entry = { (name: String) in
            #"{"tenant": "all", "kind": "key", "user": "ada", "scopes": [], "headers": {"\#(name)": "0a1b2c3d"}}"#
        }
        let fixtures = Workspace.fixturesOfShop.replacing("ADDRESS", with: "http://127.0.0.1:9/v1")
        try workspace.write(fixtures.replacing("[],", with: "[\(entry("x-key")),\n\(entry("X-Kye"))],"), to: "fixtures.json")
        let result = try await workspace.charter("conform", "shop.yaml", "--fixtures", "fixtures.json")
        let line = "fixtures.json:2:1: warning: this credential presents nothing that the contract reads [fixture-unfit]\n"
        #expect(result.errors.hasPrefix(line + #"  help: the contract reads "headers": {"X-Key": "…"}"#), "\(result.errors)")
        #expect(!result.errors.contains("fixtures.json:1:"))
    }

    @Test("points to names in the fixtures that the contract does not have, and to a form that it cannot read")
    func names() async throws {
        let workspace = try Workspace.shop(at: "http://127.0.0.1:9/v1")
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

    @Test("warns of values of the fixtures that the contract does not take, and of a tenant that is named twice")
    func unfitValues() async throws {
        let workspace = try Workspace.shop(at: "http://127.0.0.1:9/v1")
        let endpoint = """
              POST /days/:day: { id: addDay, does: Add one, auth: none, scope: none, path: { day: date }, takes: Day, returns: string }
            types: { Day: { fields: { hours: { type: string, length: 1..5 } } } }
            """
        try workspace.write(Workspace.shop + "\n" + endpoint, to: "shop.yaml")
        let fixtures = """
            {
              "fixtures": 1, "baseURL": "http://127.0.0.1:9/v1", "credentials": [],
              "tenants": ["all",
                "all"],
              "parameters": {"all": {"addDay": {"day": "today"}}},
              "bodies": {"all": {"addDay": {"hours": "9 to 5"}}}
            }
            """
        try workspace.write(fixtures, to: "fixtures.json")
        let result = try await workspace.charter("conform", "shop.yaml", "--fixtures", "fixtures.json")
        for line in [
            "fixtures.json:4:5: warning: the tenant 'all' is named already",
            "fixtures.json:5:44: warning: this value is none of the parameter 'day' of 'addDay': it ",
            "fixtures.json:6:32: warning: 'hours' of this body is not what 'addDay' takes: it ",
        ] { #expect(result.errors.contains(line), "\(line)\n\(result.errors)") }
    }
}
