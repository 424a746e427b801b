import CharterContract
import CharterYAML
import Testing

@testable import CharterPublishing

@Suite("A release")
struct ReleaseTests {
    @Test(
        "lies in a folder named after the API",
        arguments: [
            ("Cobuntu", "cobuntu"), ("RavenCloud", "raven-cloud"), ("CobuntuV2", "cobuntu-v2"), ("HTTPStatus", "http-status"), ("X", "x"),
            ("S3", "s3"), ("PDF2HTML", "pdf2-html"),
        ]
    )
    func folder(_ api: String, _ folder: String) throws {
        #expect(try release(api, "1.0.0").folder == folder)
    }

    @Test("is made of a contract, at whose version its faults stand")
    func contract() throws {
        let text = """
            charter: 1
            api: RavenCloud
            title: Raven Cloud
            version: 2.1.0
            servers: { production: https://api.raven.example }
            promise: none
            errors: { body: problem }
            endpoints:
              GET /status: { id: getStatus, does: Get the status, auth: none, returns: { 204: none } }
            """
        let compiled = compileContract(SourceText(file: "raven.yaml", text: text))
        let release = Release(try #require(compiled.contract), try #require(compiled.api))
        #expect(release.folder == "raven-cloud")
        #expect(release.version.value.description == "2.1.0")
        #expect(release.version.span.start == SourcePosition(line: 4, column: 10))
        #expect(String(decoding: release.document, as: UTF8.self).contains("\"version\": \"2.1.0\""))
        #expect(release.sha256 == SHA256.hexDigest(of: release.document))
    }
}
