/// The digest SHA-256 (FIPS 180-4).
///
/// It is written here because `charter` is compiled in every package that uses its build plugin, and swift-crypto would be too.
package enum SHA256 {
    /// The digest of bytes, as 64 lower-case hexadecimal digits.
    package static func hexDigest(of bytes: [UInt8]) -> String {
        var hash = initialHash
        var schedule = [UInt32](repeating: 0, count: 64)
        let whole = bytes.count / blockSize * blockSize
        for start in stride(from: 0, to: whole, by: blockSize) { compress(bytes, at: start, into: &hash, using: &schedule) }
        let rest = padded(bytes[whole...], length: bytes.count)
        for start in stride(from: 0, to: rest.count, by: blockSize) { compress(rest, at: start, into: &hash, using: &schedule) }
        return hash.map(hexDigits).joined()
    }

    /// The bytes of a block.
    private static let blockSize = 64

    /// The last bytes with a one bit, zero bits, and the length of the whole message in bits (§5.1.1).
    private static func padded(_ rest: ArraySlice<UInt8>, length: Int) -> [UInt8] {
        var bytes = Array(rest) + [0x80]
        while bytes.count % blockSize != blockSize - 8 { bytes.append(0) }
        let bits = UInt64(length) * 8
        return bytes + stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bits >> UInt64($0)) }
    }

    /// Takes one block into the hash (§6.2.2).
    private static func compress(_ bytes: [UInt8], at start: Int, into hash: inout [UInt32], using schedule: inout [UInt32]) {
        for index in 0..<16 {
            let byte = start + index * 4
            let high = UInt32(bytes[byte]) << 24 | UInt32(bytes[byte + 1]) << 16
            schedule[index] = high | UInt32(bytes[byte + 2]) << 8 | UInt32(bytes[byte + 3])
        }
        for index in 16..<64 {
            let (early, late) = (schedule[index - 15], schedule[index - 2])
            let small0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)
            let small1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10)
            schedule[index] = small1 &+ schedule[index - 7] &+ small0 &+ schedule[index - 16]
        }
        var (a, b, c, d) = (hash[0], hash[1], hash[2], hash[3])
        var (e, f, g, h) = (hash[4], hash[5], hash[6], hash[7])
        for index in 0..<64 {
            let choice = (e & f) ^ (~e & g)
            let majority = (a & b) ^ (a & c) ^ (b & c)
            let big1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
            let big0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
            let first = h &+ big1 &+ choice &+ roundConstants[index] &+ schedule[index]
            (h, g, f, e) = (g, f, e, d &+ first)
            (d, c, b, a) = (c, b, a, first &+ big0 &+ majority)
        }
        for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { hash[index] &+= value }
    }

    private static func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 {
        word >> bits | word << (32 - bits)
    }

    private static func hexDigits(_ word: UInt32) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// The first 32 bits of the fractional parts of the square roots of the first 8 primes (§5.3.3).
    private static let initialHash: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (§4.2.2).
    private static let roundConstants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
