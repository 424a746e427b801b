import CharterConformance
import CharterRuntime
import Testing

@Suite("requests made from the contract alone")
struct SampleTests {
    @Test(
        "have a value of each type that can be made up",
        arguments: [
            (APIDescription.Schema.decimal(places: 2, range: .init(DecimalNumber("0.5"))), "/look?p=0.5"),
            (.string(format: .uuid7), "/look?p=8ad4f7c2-9e3b-7a1c-bc2f-1d8e3a9b7c4d"),
            (.decimal(range: .init(3)), "/look?p=3"), (.constant("fixed"), "/look?p=fixed"), (.integer(range: .init(7)), "/look?p=7"),
            (.nullable(.boolean), "/look?p=true"), (.list(of: .enumeration(["a", "b"])), "/look?p=a"),
            (.list(of: .enumeration(["a", "b", "c"]), count: .init(2), isUnique: true), "/look?p=a,b"),
        ]
    )
    func values(schema: APIDescription.Schema, target: String) async {
        let result = await run([.init(name: "p", schema: schema, isRequired: true, listStyle: .comma)])
        #expect(result.request == "GET \(target)")
    }

    @Test("say the name of a repeated list once for each item")
    func repeated() async {
        let result = await run([.init(name: "p", schema: .list(of: .integer(), count: .init(2)), isRequired: true)])
        #expect(result.request == "GET /look?p=1&p=1")
    }

    @Test("leave out what is not needed, and send the first of those of which one must be there")
    func rules() async {
        let parameters = ["a", "b", "c"].map { APIDescription.Parameter(name: $0, schema: .integer()) }
        #expect(await run(parameters, rules: [.exactlyOne(["b", "c"])]).request == "GET /look?b=1")
    }

    @Test(
        "are not made where only a person can know a value",
        arguments: [APIDescription.Schema.string(pattern: "^[A-Z]{3}$"), .list(of: .integer(), count: .init(2), isUnique: true)]
    )
    func unknown(schema: APIDescription.Schema) async {
        let result = await run([.init(name: "p", schema: schema, isRequired: true)])
        #expect(result.outcome == .unchecked)
        #expect(result.actual == #"the fixtures lack a value: parameters["oslo"]["look"]["p"]"#)
    }

    private func run(_ parameters: [APIDescription.Parameter], rules: [APIDescription.ParameterRule] = []) async -> CheckResult {
        var endpoint = Shop.look
        endpoint.queryParameters = parameters
        endpoint.rules = rules
        let server = ServerUnderTest(transport: ShopServer(), fixtures: Shop.fixtures)
        return await CharterConformanceTests.run("response-shape", on: endpoint, in: Shop.api, server)
    }
}
