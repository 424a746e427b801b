/// A checksum by which damage is known: FNV-1a with 32 bits, which no change of a single byte leaves as it is.
///
/// It does not protect from somebody who writes into the store.
struct TallyChecksum {
    static let byteCount = 4

    let bytes: [UInt8]

    init(of content: ArraySlice<UInt8>) {
        let sum = content.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        bytes = [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: sum >> $0) }
    }
}
