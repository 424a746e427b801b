import CharterConformance
import CharterRuntime
import Testing

@Suite("what nobody else may have, and what lists say of one thing")
struct RegisterTests {
    @Test("is held to each sentence, and a server that keeps them passes", arguments: RegisterServer.Fault.allCases)
    func register(fault: RegisterServer.Fault) async throws {
        #expect(try await run(fault.rawValue, on: RegisterServer(nil)).outcome == .passed)
        let result = try await run(fault.rawValue, on: RegisterServer(fault))
        #expect(result.outcome == .failed, "\(result.actual)")
    }

    private func run(_ name: String, on register: RegisterServer) async throws -> CheckResult {
        let suite = ConformanceSuite(Self.api, server: ServerUnderTest(transport: register, fixtures: Self.fixtures))
        return await suite.run(try #require(suite.check(named: name)))
    }

    private static let fixtures = Fixtures(
        baseURL: "http://localhost/v1",
        tenants: ["all"],
        credentials: [],
        parameters: ["all": ["getPerson": ["id": "1"], "changePerson": ["id": "1"], "removePerson": ["id": "2"]]],
        bodies: ["all": ["changePerson": .object(["mail": .string("lea@example.com"), "age": .integer(41)])]],
        failures: [
            "all": ["changePerson": ["mail-taken": .init(body: .object(["mail": .string("joe@example.com"), "age": .integer(77)]))]]
        ]
    )

    private static let api: APIDescription = {
        let id = APIDescription.Parameter(name: "id", schema: .integer())
        let taken = APIDescription.Failure(status: 409, code: "mail-taken", when: "Somebody else has the address.")
        let sent = APIDescription.RequestBody(schema: .named("NewPerson"), example: #"{"mail":"eve@example.com","age":30}"#)
        var change = APIDescription.RequestBody(schema: .named("PersonChange"), example: #"{"mail":"lea@example.com","age":41}"#)
        change.patch = .merge
        return APIDescription(
            name: "Register",
            title: "Register API",
            version: "1.0.0",
            servers: [.init(name: "production", url: "https://register.example/v1")],
            errors: .problem,
            endpoints: [
                .init(
                    id: "listPeople",
                    method: .get,
                    path: "/people",
                    summary: "Lists people",
                    success: .init(status: 200, body: .list(of: .named("Person")))
                ),
                .init(
                    id: "addPerson",
                    method: .post,
                    path: "/people",
                    summary: "Adds a person",
                    requestBody: sent,
                    success: .init(status: 201, body: .named("Person")),
                    failures: [taken]
                ),
                .init(
                    id: "getPerson",
                    method: .get,
                    path: "/people/:id",
                    summary: "Gets a person",
                    pathParameters: [id],
                    success: .init(status: 200, body: .named("Person"))
                ),
                .init(
                    id: "changePerson",
                    method: .patch,
                    path: "/people/:id",
                    summary: "Changes a person",
                    pathParameters: [id],
                    requestBody: change,
                    success: .init(status: 200, body: .named("Person")),
                    failures: [taken]
                ),
                .init(
                    id: "removePerson",
                    method: .delete,
                    path: "/people/:id",
                    summary: "Removes a person",
                    pathParameters: [id],
                    success: .init(status: 204)
                ),
            ],
            types: [
                "Person": .object([.init("id", .integer()), .init("mail", .string(format: .email)), .init("age", .integer())]),
                "NewPerson": .object([.init("mail", .string(format: .email)), .init("age", .integer())]),
                "PersonChange": .object([
                    .init("mail", .string(format: .email), isRequired: false), .init("age", .integer(), isRequired: false),
                ]),
            ]
        )
    }()
}
