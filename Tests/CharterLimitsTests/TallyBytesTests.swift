import CharterServer
import Testing

/// Tallies as stores keep them.
///
/// That every tally is read back as it was is part of ``LimitModelTests``.
@Suite("Bytes of tallies")
struct TallyBytesTests {
    private static let second: Int64 = 1_000_000_000
    private static let start: Int64 = 1_777_630_998_114_000_000

    /// A tally of each form.
    static let tallies: [LimitTally] = [
        LimitTally(),
        tally(LimitRule(name: "a", allow: 100, window: .sliding(seconds: 60)), count: 50),
        tally(LimitRule(name: "a", allow: 100, window: .month), count: 50),
        tally(LimitRule(name: "a", allow: 100, window: .sliding(seconds: 60), burst: 70), count: 50),
        tally(LimitRule(name: "a", allow: 1, window: .sliding(seconds: 9_000_000_000), burst: .max), count: 50),
    ]

    private static func tally(_ rule: LimitRule, count: Int) -> LimitTally {
        var tally = LimitTally()
        for index in 0..<count { _ = tally.take(rule, at: start + Int64(index) * second / 3) }
        return tally
    }

    @Test("are read back", arguments: tallies)
    func roundTrip(_ tally: LimitTally) throws {
        #expect(try #require(LimitTally(bytes: tally.bytes)) == tally)
    }

    @Test("are refused where any byte is another", arguments: tallies)
    func changed(_ tally: LimitTally) {
        for index in tally.bytes.indices {
            for change in UInt8(1)...255 {
                var bytes = tally.bytes
                bytes[index] ^= change
                if LimitTally(bytes: bytes) != nil { Issue.record("byte \(index) changed by \(change) is read") }
            }
        }
    }

    @Test("are refused where some are missing or too many", arguments: tallies)
    func cutOff(_ tally: LimitTally) {
        let bytes = tally.bytes
        for count in 0..<bytes.count {
            #expect(LimitTally(bytes: Array(bytes.prefix(count))) == nil)
            #expect(LimitTally(bytes: Array(bytes.suffix(count))) == nil)
        }
        for byte in UInt8(0)...255 { #expect(LimitTally(bytes: bytes + [byte]) == nil) }
    }

    /// Content with the checksum that belongs to it.
    private func sealed(_ content: [UInt8]) -> [UInt8] {
        let sum = content.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return content + [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: sum >> $0) }
    }

    /// Seven bits a byte: what 2^63 and more look like.
    private static let huge: [UInt8] = Array(repeating: 0xff, count: 9) + [1]

    @Test(
        "are refused where they say what no tally says, though the checksum is right",
        arguments: [
            [],
            // No such form.
            [4],
            // More behind the end.
            [0, 0],
            // A form that is written longer than it needs.
            [0x80, 0],
            // No instants, or more than there are bytes for.
            [1, 0, 2, 4], [1, 5, 2, 4], [1] + huge + [2, 4],
            // Instants that go back.
            [1, 2, 2] + huge + [4],
            // No end.
            [1, 1, 2], [2, 2, 1],
            // A window in which nothing is counted, or more than can be.
            [2, 2, 0, 4], [2, 2] + huge + [4],
            // A bucket without a period, that is full, or of which more is missing than can be.
            [3, 0, 2, 0, 1, 4], [3, 1, 2, 0, 0, 4], [3, 1, 2] + huge + [0, 4],
            // A number of more than 64 bits, and one that does not end.
            [2] + Array(repeating: 0xff, count: 9) + [2, 1, 4], [2, 0xff],
        ] as [[UInt8]]
    )
    func senseless(_ content: [UInt8]) {
        #expect(LimitTally(bytes: sealed(content)) == nil)
    }

    @Test("have a checksum of their own, and are not refused for nothing")
    func sensible() throws {
        #expect(LimitTally(bytes: sealed([0])) == LimitTally())
        #expect(LimitTally(bytes: sealed([1, 1, 2, 4]))?.endsAt == 2)
        #expect(LimitTally(bytes: sealed([2, 2, 1, 4]))?.endsAt == 2)
        #expect(LimitTally(bytes: sealed([3, 1, 2, 0, 1, 4]))?.endsAt == 2)
    }

    @Test("that are made by chance never trap, and are read only as what they write again")
    func chance() {
        let seed: UInt64 = 6
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<100_000 {
            let count = Int.random(in: 0..<24, using: &generator)
            var content = (0..<count).map { _ in
                UInt8.random(in: 0...255, using: &generator) & (Bool.random(using: &generator) ? 0x07 : 0xff)
            }
            if !content.isEmpty { content[0] &= 3 }
            guard let tally = LimitTally(bytes: sealed(content)) else { continue }
            #expect(tally.bytes == sealed(content), "seed \(seed)")
            var used = tally
            for rule in LimitModelTests.Kind.allCases.map({ $0.rule(&generator) }) { _ = used.take(rule, at: Self.start) }
        }
    }

    @Test("are few")
    func size() {
        // 5 in 24 hours: a quota of mails.
        var tally = LimitTally()
        let rule = LimitRule(name: "mails", allow: 5, window: .sliding(seconds: 86_400))
        for index in 0..<5 { _ = tally.take(rule, at: Self.start + Int64(index) * 3_600 * Self.second) }
        #expect(tally.bytes.count <= 60)
        #expect(Self.tallies[2].bytes.count <= 30)
    }
}
