import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The SHA-256 of a key (FIPS 180-4), which is all that a server keeps of it.
///
/// A fast hash is enough for keys, which are random and long; it would not be for passwords.
public struct KeyHash: Sendable {
    /// The 32 bytes of the hash.
    public let bytes: [UInt8]

    /// Hashes the UTF-8 bytes of a key.
    public init(of key: String) {
        var (key, hash) = (key, SHA256())
        key.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        bytes = Array(hash.finalize())
    }

    /// Takes up a hash that was stored.
    ///
    /// - Returns: nil unless there are 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == SHA256.byteCount else { return nil }
        self.bytes = bytes
    }
}

extension KeyHash: Hashable {
    /// Whether two hashes are equal, in a time that does not depend on where they differ.
    public static func == (left: KeyHash, right: KeyHash) -> Bool {
        zip(left.bytes, right.bytes).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension KeyHash: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// No part of the hash: it stands in for a secret.
    public var description: String { "KeyHash" }
    /// No part of the hash either.
    public var debugDescription: String { description }
    /// No part of the hash either.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
