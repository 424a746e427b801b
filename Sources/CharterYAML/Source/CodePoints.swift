extension UInt8 {
    /// Whether a code point begins with this byte of UTF-8, rather than being continued by it.
    var beginsCodePoint: Bool {
        self & 0xC0 != 0x80
    }

    /// Whether this is a space or a tab.
    var isBlank: Bool {
        self == 0x20 || self == 0x09
    }
}

extension Sequence<UInt8> {
    /// How many code points these bytes of UTF-8 hold.
    var codePointCount: Int {
        reduce(0) { $1.beginsCodePoint ? $0 + 1 : $0 }
    }
}
