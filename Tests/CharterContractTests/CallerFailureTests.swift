import CharterContract
import CharterRuntime
import CharterYAML
import Testing

/// The failures that follow from who calls.
@Suite("Failures of callers")
struct CallerFailureTests {
    private static func codes(_ id: String, _ text: String = RavenContract.text) throws -> [String] {
        try TestContract.api(text).endpoint(id).failures.map(\.code).filter { code in
            ["credential", "key-", "insufficient", "tenant", "foreign"].contains { code.hasPrefix($0) }
        }
    }

    private static let credentialFaults = ["empty", "repeated", "malformed", "unknown", "revoked", "expired", "foreign"].map {
        "credential-" + $0
    }

    @Test(
        "are those of the credentials, roles and tenants that an endpoint has to do with",
        arguments: [
            ("key", ["credential-missing"] + credentialFaults + ["insufficient-scope", "tenant-suspended"]),
            (
                "either",
                ["tenant-missing", "credential-missing"] + credentialFaults
                    + ["insufficient-scope", "insufficient-role", "foreign-tenant", "tenant-suspended"]
            ),
            ("open", ["tenant-missing"] + credentialFaults + ["foreign-tenant", "tenant-suspended"]),
            ("none", ["credential-missing"] + credentialFaults),
            ("public", []),
        ]
    )
    func codes(_ id: String, _ codes: [String]) throws {
        #expect(try Self.codes(id) == codes)
    }

    @Test("name the places of the credentials")
    func places() throws {
        let failures = try TestContract.api(RavenContract.text).endpoint("key").failures
        let missing = "The header field `Authorization` or the query parameter `api_key` is missing."
        #expect(failures.first { $0.code == "credential-missing" }?.when == missing)
        let tokens = try TestContract.api(RavenContract.text).endpoint("none").failures
        #expect(tokens.first { $0.code == "credential-unknown" }?.when == "There is no such token.")
    }

    @Test("tell a foreign credential only where there is another one, or another environment")
    func foreign() throws {
        let one = """
            credentials:
              apiKey: { header: X-API-Key, kinds: { live: { prefix: l_, use: anywhere, holds: any, environment: live } } }
            endpoints: { GET /: { id: look, does: Look, auth: apiKey, returns: string } }
            """
        #expect(try !Self.codes("look", one).contains("credential-foreign"))
        let head = TestContract.head.replacing(
            "{ production: https://api.shop.example/v1 }",
            with: "{ live: { url: https://a.example, environment: live } }"
        )
        let compiled = compileContract(SourceText(file: "contract.yaml", text: head + one))
        #expect(compiled.api?.endpoints.first?.failures.contains { $0.code == "credential-foreign" } == true)
    }
}
