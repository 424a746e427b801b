/// Writes fixed-width ASCII digits, one behind the other, into memory that has room for them.
struct DigitWriter {
    private let bytes: UnsafeMutablePointer<UInt8>
    /// The bytes that have been written.
    private(set) var count = 0

    init(_ bytes: UnsafeMutablePointer<UInt8>) {
        self.bytes = bytes
    }

    /// Writes a character of ASCII.
    mutating func write(_ character: Unicode.Scalar) {
        bytes[count] = UInt8(ascii: character)
        count += 1
    }

    /// Writes the last so many decimal digits of a number that is not negative, with zeros in front.
    mutating func write(_ number: Int, digits: Int) {
        var rest = number
        for place in stride(from: count + digits - 1, through: count, by: -1) {
            bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += digits
    }
}

extension String {
    /// Makes a text of ASCII that a closure writes.
    ///
    /// - Parameter capacity: The most bytes that it writes.
    init(writingDigits capacity: Int, _ write: (inout DigitWriter) -> Void) {
        self.init(unsafeUninitializedCapacity: capacity) { buffer in
            guard let start = buffer.baseAddress else { return 0 }
            var writer = DigitWriter(start)
            write(&writer)
            return writer.count
        }
    }
}
