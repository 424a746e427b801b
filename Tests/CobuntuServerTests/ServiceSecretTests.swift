import CharterService
import Foundation
import Testing

@Suite("The secret of a service")
struct ServiceSecretTests {
    @Test("is made once, for its owner alone, and stays")
    func file() async throws {
        try await withFolder { folder in
            let path = folder.appending(path: "service.secret").path
            _ = try ServiceSecret(file: path)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(Data(base64Encoded: text.trimmingCharacters(in: .newlines))?.count == 32)
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
            _ = try ServiceSecret(file: path)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["service.secret"])
        }
    }

    @Test("has 32 bytes at least", arguments: ["", "c2hvcnQ=", "not Base64"])
    func tooShort(text: String) {
        let fault = #expect(throws: ServiceSecret.Fault.self) { try ServiceSecret(base64: text, from: "COBUNTU_SECRET") }
        #expect(fault?.description.hasPrefix("COBUNTU_SECRET must hold the Base64 of at least 32 bytes") == true)
    }

    @Test("is that of the variable where there is one")
    func variable() async throws {
        try await withFolder { folder in
            let database = folder.appending(path: "cobuntu.sqlite").path
            _ = try await CobuntuProcess.run(["seed", "--database", database])
            let bad = try await CobuntuProcess.run(["serve", "--database", database], environment: ["COBUNTU_SECRET": "short"])
            #expect(bad.status == 3)
            #expect(bad.errors.contains("COBUNTU_SECRET must hold"))
            #expect(!FileManager.default.fileExists(atPath: "\(database).secret"))
        }
    }
}
