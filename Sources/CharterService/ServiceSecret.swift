public import CharterBearer
public import CharterServer
import Crypto
import Foundation

/// The one secret of a service, from which follow what seals cursors and answers, and what signs development tokens.
public struct ServiceSecret: Sendable {
    private let bytes: SymmetricKey

    /// A secret that is made by chance and lasts as long as whoever holds it.
    public static func random() -> ServiceSecret {
        ServiceSecret(SymmetricKey(size: .bits256))
    }

    private init(_ bytes: SymmetricKey) {
        self.bytes = bytes
    }

    /// Reads a secret: the Base64 of 32 bytes or more, such as `openssl rand -base64 32` gives.
    ///
    /// - Throws: ``Fault`` for anything else.
    public init(base64 text: String, from place: String) throws {
        let data = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines))
        guard let data, data.count >= ServerSecret.minimumByteCount else { throw Fault(place: place) }
        self.init(SymmetricKey(data: data))
    }

    /// The secret that stands in a file, for its owner alone; it is made when it is not there.
    ///
    /// - Throws: ``Fault`` for a file that holds something else; what kept the file from being read or made.
    public init(file path: String) throws {
        let made = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0).base64EncodedString() }
        // Of two processes that begin at once one makes the file, and both read it.
        try SecretFile(path: path).makeIfMissing(made + "\n")
        try self.init(base64: String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8), from: path)
    }

    /// What the cursors of lists and remembered answers are sealed with.
    public var ofServer: ServerSecret {
        ServerSecret(bytes: derived(for: "charter service server"))
    }

    /// What signs and verifies the tokens that the service issues itself.
    public var ofTokens: TokenSecret {
        get throws { try TokenSecret(derived(for: "charter service tokens")) }
    }

    private func derived(for purpose: String) -> [UInt8] {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: bytes, info: Array(purpose.utf8), outputByteCount: 32).withUnsafeBytes { Array($0) }
    }

    /// Something is no secret.
    public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// The file or the variable.
        public let place: String

        /// The fault, and its mend.
        public var description: String {
            "\(place) must hold the Base64 of at least \(ServerSecret.minimumByteCount) bytes, such as 'openssl rand -base64 32' gives"
        }
    }
}
