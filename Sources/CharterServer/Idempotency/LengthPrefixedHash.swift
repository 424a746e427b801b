import Crypto

/// A hash (SHA-256) of several texts, each behind its length, so that no two lists of them are hashed as the same bytes.
struct LengthPrefixedHash {
    private var hash = SHA256()

    /// The 32 bytes of the hash.
    var bytes: [UInt8] { Array(hash.finalize()) }

    /// Adds some bytes.
    mutating func add(_ bytes: some Collection<UInt8>) {
        withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
        hash.update(data: Array(bytes))
    }

    /// Adds a text.
    mutating func add(_ text: String) {
        add(text.utf8)
    }

    /// Adds texts, whose number counts too.
    mutating func add(_ texts: [String]) {
        add(String(texts.count))
        for text in texts { add(text) }
    }
}
