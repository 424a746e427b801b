import CharterServer
import Synchronization

/// Keys of which several can have one identifier: to limits they are the same caller.
final class OrderKeys: KeyStore {
    private let keys = Mutex<[KeyHash: StoredKey]>([:])

    func add(_ text: String, _ key: StoredKey) {
        keys.withLock { $0[KeyHash(of: text)] = key }
    }

    func key(hashed hash: KeyHash) -> StoredKey? {
        keys.withLock { $0[hash] }
    }
}
