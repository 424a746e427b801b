/// What keeps keys: a ``KeyStore`` that looks them up, and a ``KeyRegistry`` that writes them.
public protocol KeyKeeping: Sendable {
    /// Whether every key that is kept, of the kinds whose form leaves room for it, ends in the checksum that ``KeyMaker`` gives its keys.
    ///
    /// If so, mistyped and invented keys are refused before the store is asked, and keys without it cannot be taken over. False by default, which is
    /// always right: keys that were issued elsewhere have no such checksum. A store and its transactions say the same.
    var holdsChecksummedKeysOnly: Bool { get }
}

extension KeyKeeping {
    /// False, which is always right.
    public var holdsChecksummedKeysOnly: Bool { false }
}
