import CharterRuntime

extension VerificationKeys {
    /// The most bytes that a JSON Web Key Set is read of.
    static let maximumByteCount = 262_144

    /// Reads the public keys of a JSON Web Key Set (RFC 7517 §5).
    ///
    /// A key is for one algorithm: the one that it names, or that its curve implies, or `RS256` for a key of RSA that names none. Keys that
    /// are for something else than verifying, secrets (`oct`), keys with private members and keys of unknown kinds are left out and
    /// listed in ``ignored``, as RFC 7517 §5 has it for those that cannot be used.
    ///
    /// - Throws: ``JWKSFault`` for what is no set, and for one without a key that can be used.
    public init(jwks bytes: [UInt8]) async throws(JWKSFault) {
        guard bytes.count <= Self.maximumByteCount else { throw .tooLarge }
        guard let set = StrictJSON.object(bytes), case .array(let values) = set["keys"] else { throw .unreadable }
        guard values.count <= Self.maximumCount else { throw .tooLarge }
        var keys: [VerificationKey] = []
        var ignored: [String] = []
        for (index, value) in values.enumerated() {
            do throws(IgnoredKey) {
                keys.append(try await VerificationKey(jwk: value))
            } catch {
                ignored.append("keys[\(index)] \(error.reason)")
            }
        }
        guard !keys.isEmpty else { throw .noUsableKey(ignored) }
        self.init(keys, ignored: ignored)
    }

    /// Reads the public keys of a JSON Web Key Set, as the other initializer does.
    public init(jwks text: String) async throws(JWKSFault) {
        try await self.init(jwks: Array(text.utf8))
    }
}

/// Why there are no keys in what should be a JSON Web Key Set; it holds none of its text.
public enum JWKSFault: Error, Hashable, Sendable {
    /// It has more than 262,144 bytes or 64 keys.
    case tooLarge
    /// It is no JSON object with a list `keys`, or one with a name that stands twice.
    case unreadable
    /// None of its keys can be used, each for the reason given.
    case noUsableKey([String])
}

extension JWKSFault: CustomStringConvertible {
    /// The fault in a sentence.
    public var description: String {
        switch self {
        case .tooLarge:
            "a JSON Web Key Set has at most \(VerificationKeys.maximumByteCount) bytes and \(VerificationKeys.maximumCount) keys"
        case .unreadable: "this is no JSON Web Key Set: a JSON object with a list 'keys' (RFC 7517 §5)"
        case .noUsableKey([]): "the JSON Web Key Set has no keys"
        case .noUsableKey(let reasons): "the JSON Web Key Set has no key that verifies tokens: \(reasons.joined(separator: ", "))"
        }
    }
}
