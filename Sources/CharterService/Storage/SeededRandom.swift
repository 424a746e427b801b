/// Numbers that look like chance and are the same in every run: xorshift64* (Vigna, 2016).
public struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    /// Creates a generator; every seed has numbers of its own.
    public init(seed: UInt64) {
        // The state must not be 0.
        state = seed &* 2 &+ 1
    }

    /// The next number.
    public mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }

    /// One of some values.
    ///
    /// - Precondition: There are some.
    public mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int(next() % UInt64(values.count))]
    }

    /// A whole number of a range.
    public mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }
}
