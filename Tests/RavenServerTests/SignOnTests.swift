import CharterBearer
import CharterClient
import CharterRuntime
import CharterService
import CharterSQLite
import Crypto
import Foundation
import RavenAPIClient
import RavenModels
import RavenServer
import RunningPrograms
import Testing

@Suite("Single sign-on of Raven Cloud")
struct SignOnTests {
    @Test("its tokens are taken by its published keys, and those of 'tokens issue' are not")
    func authority() async throws {
        let folder = try TemporaryFolder()
        let seeded = try await RavenDatabase(folder)
        let ada = try #require(try await seeded.storage.people(withEmail: "ada@example.org", actingFor: nil).first)
        try await seeded.store.close()
        let signOn = SignOn()
        let file = folder.url.appending(path: "keys.json")
        try Data(signOn.keySet.utf8).write(to: file)
        let authority = TokenAuthority(keys: file.path, issuer: "https://login.example", audience: "raven-cloud")
        let raven = try await RunningRaven(in: folder, secret: try ServiceSecret(file: "\(folder.database).secret"), tokens: authority)

        let good = try raven.person(token: signOn.token(of: ada, from: authority.issuer, for: authority.audience), in: "acme-co")
        #expect(try await good.getMe().email == "ada@example.org")
        #expect(await refusal { () throws(ClientError) in try await good.listKeys(limit: 1).first() } == nil)
        let elsewhere = try raven.person(token: signOn.token(of: ada, from: authority.issuer, for: "other"), in: "acme-co")
        #expect(await refusal { () throws(ClientError) in try await elsewhere.getMe() } == "401")
        let forged = try raven.person(token: SignOn().token(of: ada, from: authority.issuer, for: authority.audience), in: "acme-co")
        #expect(await refusal { () throws(ClientError) in try await forged.getMe() } == "401")
        let own = try await RavenTool(in: folder).run("tokens", "issue", "--user", "\(ada)").lines.first
        let development = try raven.person(token: try #require(own), in: "acme-co")
        #expect(await refusal { () throws(ClientError) in try await development.getMe() } == "401")
    }
}

/// A single sign-on with a key of its own (Ed25519, RFC 8037).
private struct SignOn {
    private let key = Curve25519.Signing.PrivateKey()

    /// What it publishes.
    var keySet: String {
        #"{"keys": [{"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "kid": "1", "x": "\#(encoded(key.publicKey.rawRepresentation))"}]}"#
    }

    func token(of user: UniqueID, from issuer: String, for audience: String) throws -> String {
        let end = Int(Date().timeIntervalSince1970) + 600
        let claims = #"{"sub": "\#(user)", "iss": "\#(issuer)", "aud": "\#(audience)", "exp": \#(end)}"#
        let signed = [#"{"alg": "EdDSA", "typ": "JWT", "kid": "1"}"#, claims].map { encoded(Data($0.utf8)) }.joined(separator: ".")
        return "\(signed).\(encoded(try key.signature(for: Data(signed.utf8))))"
    }

    private func encoded(_ bytes: Data) -> String {
        bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
