import CharterConformance
import CharterRuntime
import Testing

@Suite("checks of several credentials, roles, tenants and error forms")
struct ShopTests {
    @Test("are those that the conventions call for")
    func derivation() {
        #expect(
            names(Shop.listOrders) == [
                "missing-credential", "malformed-credential/service", "unknown-credential/service", "malformed-credential/person",
                "unknown-credential/person", "other-environment/trial", "sufficient-scope/READ/live", "sufficient-scope/READ/person",
                "insufficient-scope/WRITE", "sufficient-role/owner", "sufficient-role/staff", "insufficient-role/guest", "missing-tenant",
                "foreign-tenant/person", "missing-version", "unknown-version", "response-shape",
            ]
        )
        #expect(
            names(Shop.transfer) == [
                "missing-credential", "missing-credential/service", "missing-credential/person", "malformed-credential/service",
                "unknown-credential/service", "malformed-credential/person", "unknown-credential/person", "other-environment/trial",
                "missing-version", "unknown-version", "response-shape",
            ]
        )
        let versions = ["missing-version", "unknown-version", "response-shape"]
        #expect(names(Shop.look) == ["anonymous-call", "malformed-credential", "unknown-credential"] + versions)
        #expect(names(Shop.report) == ["missing-credential", "malformed-credential", "unknown-credential", "foreign-tenant"] + versions)
    }

    @Test("ask for several scopes at once where none is enough alone")
    func severalScopes() {
        var endpoint = Shop.listOrders
        endpoint.scope = .all(["READ", "WRITE"])
        let checks = Shop.api.basicChecks(of: endpoint).filter { $0.family == .scopes }
        #expect(
            checks.map(\.ownName) == [
                "insufficient-scope/READ/live", "insufficient-scope/READ/person", "insufficient-scope/WRITE", "sufficient-scope/READ+WRITE",
            ]
        )
    }

    @Test("leave malformed keys out where any text can be a key")
    func anyText() {
        var api = Shop.api
        api.credentials[2].kinds[0].prefix = ""
        #expect(!api.basicChecks(of: Shop.report).contains { $0.stem == "malformed-credential" })
    }

    @Test("all pass where the server is as documented")
    func correct() async {
        #expect(await run().filter { $0.outcome != .passed } == [])
    }

    @Test("say themselves whose data is asked for, whatever fixtures have beside a key")
    func tenantBesideKey() async {
        var fixtures = Shop.fixtures
        for index in fixtures.credentials.indices where fixtures.credentials[index].kind == "person" {
            fixtures.credentials[index].headers["X-Shop"] = fixtures.credentials[index].tenant
        }
        let results = await runBasicChecks(of: Shop.api, ServerUnderTest(transport: ShopServer(), fixtures: fixtures))
        #expect(results.filter { $0.outcome != .passed } == [])
    }

    @Test("find each single fault", arguments: ShopServer.Fault.allCases)
    func mutation(fault: ShopServer.Fault) async {
        let failed = await run(fault).filter { $0.outcome != .passed }.map(\.name)
        #expect(failed == (await run()).map(\.name).filter { name in Self.finding(fault).contains { name.matches($0) } })
        #expect(!failed.isEmpty)
    }

    @Test("show no key in a report, wherever it stands", arguments: [nil, ShopServer.Fault.usualStatus])
    func redaction(fault: ShopServer.Fault?) async throws {
        for result in await run(fault) {
            let text = String(decoding: try JSONCoding.encode(result), as: UTF8.self)
            for secret in ["sv_0a1b", "signed", "b2xkX29zbG86", "b2xkX3JvbWU6", "old_oslo"] { #expect(!text.contains(secret)) }
        }
    }

    /// The checks that must find a fault, `*` for any endpoint.
    private static func finding(_ fault: ShopServer.Fault) -> [String] {
        let refusals = ["*/missing-", "*/malformed-", "*/unknown-", "*/insufficient-", "*/foreign-", "*/other-"]
        return switch fault {
        case .takesAnyone: ["listOrders/missing-credential", "transfer/missing-credential$", "report/missing-credential"]
        case .takesMalformed: ["*/malformed-"]
        case .takesUnknown: ["*/unknown-credential"]
        case .takesOneOfTwo: ["transfer/missing-credential/"]
        case .takesEveryScope: ["*/insufficient-scope"]
        case .takesEveryRole: ["*/insufficient-role"]
        // The foreigner of the fixtures is an owner: it is refused all the same, but for its role.
        case .knowsNoGrants: ["*/sufficient-role/owner", "*/foreign-tenant/person"]
        case .needsNoTenant: ["*/missing-tenant"]
        case .takesForeigners: ["*/foreign-tenant"]
        case .refusesAnonymous: ["*/anonymous-call"]
        case .takesEveryEnvironment: ["*/other-environment"]
        case .needsNoVersion: ["*/missing-version"]
        case .takesEveryVersion: ["*/unknown-version"]
        case .usualCode: ["*/missing-credential", "*/insufficient-role"]
        case .usualStatus: ["*/insufficient-role", "*/missing-tenant"]
        case .otherText, .codeElsewhere, .otherPath, .otherMethod, .coarseTime: refusals
        case .withoutChallenge: ["*/missing-credential", "*/malformed-", "*/unknown-credential", "*/other-"]
        case .bareResult, .noRequestID: ["listOrders/response-shape"]
        case .noLocation: ["transfer/response-shape"]
        case .wrongPayment, .plainNumber, .coarseInstant, .zonedInstant: ["*/response-shape"]
        }
    }

    private func names(_ endpoint: APIDescription.Endpoint) -> [String] {
        Shop.api.basicChecks(of: endpoint).map(\.ownName)
    }

    private func run(_ fault: ShopServer.Fault? = nil) async -> [CheckResult] {
        await runBasicChecks(of: Shop.api, ServerUnderTest(transport: ShopServer(fault: fault), fixtures: Shop.fixtures))
    }
}

extension String {
    /// Whether the name of a result begins as a pattern says: `*` stands for any endpoint, and `$` ends the name.
    fileprivate func matches(_ pattern: String) -> Bool {
        let text = pattern.hasPrefix("*") ? String(drop { $0 != "/" }) : self
        let wanted = pattern.hasPrefix("*") ? String(pattern.dropFirst()) : pattern
        return wanted.hasSuffix("$") ? text == wanted.dropLast() : text.hasPrefix(wanted)
    }
}
