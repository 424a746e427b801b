/// What stands behind the prefix of the keys that are made of a kind.
struct KeyShape: Equatable {
    /// What is drawn by chance, in its order.
    let parts: [Part]
    /// Whether a ``KeyChecksum`` stands at the end.
    let endsInChecksum: Bool

    /// Characters that are drawn from an alphabet, one by one.
    struct Part: Equatable {
        let alphabet: [UInt8]
        let count: Int

        /// Random bits in each character, rounded down to a 128th.
        var bits: Double {
            var power = Double(alphabet.count)
            // To the power of 128, which a Double can hold for all visible characters of ASCII.
            for _ in 0..<7 { power *= power }
            return Double(power.exponent) / 128
        }
    }

    /// The fewest random bits of a key, those that are shown not counted.
    static let leastBits = 128.0
    /// As many random bits as a key has where its form does not say how long it is, at least.
    private static let usualBits = 160.0
    /// The most characters that are shown behind the prefix.
    private static let mostShown = 8

    /// The shape of keys whose kind states no form: 30 random characters of Base62, 178 bits, and the checksum.
    static let usual = KeyShape(parts: [Part(alphabet: KeyChecksum.alphabet, count: 30)], endsInChecksum: true)

    /// The shape of keys whose kind states a form; nil for a form that is not understood.
    ///
    /// Where any letters and digits may stand in it, and enough of them, the keys end in a checksum as the usual ones do.
    init?(form: String) {
        guard let parts = KeyForm(form)?.parts else { return nil }
        if let only = parts.first, parts.count == 1, only.alphabet == KeyChecksum.alphabet {
            let length = max(only.least, min(only.most ?? .max, Self.usual.length))
            let part = Part(alphabet: only.alphabet, count: length - KeyChecksum.length)
            if part.bits * Double(part.count) >= Self.leastBits {
                self.init(parts: [part], endsInChecksum: true)
                return
            }
        }
        var lacking = Self.usualBits - parts.reduce(0) { $0 + Part(alphabet: $1.alphabet, count: 1).bits * Double($1.least) }
        self.init(
            parts: parts.map { part in
                let bits = Part(alphabet: part.alphabet, count: 1).bits
                let further = lacking > 0 && bits > 0 ? Int((lacking / bits).rounded(.up)) : 0
                let count = min(part.least + further, part.most ?? .max)
                lacking -= Double(count - part.least) * bits
                return Part(alphabet: part.alphabet, count: count)
            },
            endsInChecksum: false
        )
    }

    private init(parts: [Part], endsInChecksum: Bool) {
        self.parts = parts
        self.endsInChecksum = endsInChecksum
    }

    /// The number of random bits.
    var bits: Double { parts.reduce(0) { $0 + $1.bits * Double($1.count) } }

    /// The number of characters behind the prefix.
    private var length: Int { parts.reduce(endsInChecksum ? KeyChecksum.length : 0) { $0 + $1.count } }

    /// How many characters behind the prefix may be shown, so that enough random bits stay hidden.
    var shownCount: Int {
        var hidden = bits
        var shown = 0
        for bits in parts.flatMap({ Array(repeating: $0.bits, count: $0.count) }).prefix(Self.mostShown) {
            hidden -= bits
            guard hidden >= Self.leastBits else { break }
            shown += 1
        }
        return shown
    }
}
