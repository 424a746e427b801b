import Crypto
import CharterRuntime

/// A secret that whoever issues tokens and whoever takes them both have; it signs tokens as well as it verifies them.
public struct TokenSecret: Sendable {
    let bytes: SymmetricKey
    let algorithm: Algorithm
    let id: String?

    /// Takes up a secret.
    ///
    /// - Parameters:
    ///   - bytes: Bytes that were made by chance, such as `openssl rand 32` gives; a word or a sentence can be guessed from one token.
    ///   - algorithm: The one algorithm of the tokens.
    ///   - id: The name by which tokens call it in `kid`. A secret without a name is tried whatever they call theirs.
    /// - Throws: ``Fault`` for what is no secret.
    public init(_ bytes: some Sequence<UInt8>, algorithm: Algorithm = .hs256, id: String? = nil) throws(Fault) {
        let bytes = Array(bytes)
        guard !String(decoding: bytes, as: UTF8.self).contains("-----BEGIN ") else { throw .keyFile }
        if StrictJSON.object(bytes) != nil { throw .keyFile }
        guard bytes.count >= algorithm.minimumByteCount else {
            throw .tooShort(count: bytes.count, minimum: algorithm.minimumByteCount)
        }
        self.bytes = SymmetricKey(data: bytes)
        self.algorithm = algorithm
        self.id = id
    }

    /// How a secret signs: HMAC with one of three hashes (RFC 7518 §3.2).
    public enum Algorithm: String, CaseIterable, Sendable {
        /// HMAC-SHA256
        case hs256 = "HS256"
        /// HMAC-SHA384
        case hs384 = "HS384"
        /// HMAC-SHA512
        case hs512 = "HS512"

        /// The fewest bytes that a secret may have: as many as the hash (RFC 7518 §3.2).
        public var minimumByteCount: Int {
            switch self {
            case .hs256: SHA256.byteCount
            case .hs384: SHA384.byteCount
            case .hs512: SHA512.byteCount
            }
        }
    }

    /// Why bytes are no secret; no case holds them.
    public enum Fault: Error, Hashable, Sendable {
        /// There are fewer bytes than the algorithm's hash has.
        case tooShort(count: Int, minimum: Int)
        /// It is the text of a key or a certificate, which may be public: whoever knows it could sign tokens (RFC 8725 §2.1).
        case keyFile
    }
}

extension TokenSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// No part of the secret.
    public var description: String { "TokenSecret" }
    /// No part of the secret either.
    public var debugDescription: String { description }
    /// Nothing within, for what dumps values.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension TokenSecret.Fault: CustomStringConvertible {
    /// The fault, and its mend.
    public var description: String {
        switch self {
        case .tooShort(let count, let minimum):
            "a secret for tokens has at least \(minimum) bytes, this one \(count): make it of \(minimum) bytes by chance"
        case .keyFile:
            "a secret for tokens is not the text of a key or a certificate: give those to VerificationKeys as a JSON Web Key Set"
        }
    }
}
