/// Writes JSON (RFC 8259) as UTF-8 bytes, value by value, from front to back.
///
/// It writes into memory that is given to it and never moves: where that is too small it goes on to count, and who gave the memory gives as much the next
/// time. It is made for the time of one writing: models get it as an argument and never keep it.
public struct JSONWriter: ~Copyable {
    private let bytes: UnsafeMutablePointer<UInt8>
    private let capacity: Int
    /// The bytes that the text has so far, also those for which there was no room.
    private(set) var count = 0
    /// Whether a comma stands before the next value or name.
    private var isBehindValue = false
    /// What could not be written, because JSON has no number for it.
    private(set) var isUnwritable = false
    /// The digits behind the seconds of an instant; nil for as many as each needs.
    let fractionDigits: Int?

    /// Begins to write.
    init(_ bytes: UnsafeMutableBufferPointer<UInt8>, fractionDigits: Int? = nil) {
        self.fractionDigits = fractionDigits
        self.bytes = bytes.baseAddress ?? UnsafeMutablePointer(bitPattern: 1).unsafelyUnwrapped
        self.capacity = bytes.count
    }
}

extension JSONWriter {
    /// Begins an object.
    public mutating func openObject() {
        comma()
        append(UInt8(ascii: "{"))
        isBehindValue = false
    }

    /// Ends an object.
    public mutating func closeObject() {
        append(UInt8(ascii: "}"))
        isBehindValue = true
    }

    @usableFromInline
    mutating func openList() {
        comma()
        append(UInt8(ascii: "["))
        isBehindValue = false
    }

    @usableFromInline
    mutating func closeList() {
        append(UInt8(ascii: "]"))
        isBehindValue = true
    }

    /// Writes a member of an object.
    ///
    /// - Parameter name: Its name, which has nothing in it that JSON escapes.
    @inlinable
    public mutating func member(_ name: StaticString, _ value: borrowing some JSONWritable) {
        self.name(name)
        value.write(to: &self)
    }

    /// Writes a member of an object, unless there is none.
    @inlinable
    public mutating func member(_ name: StaticString, _ value: (some JSONWritable)?) {
        guard let value else { return }
        self.name(name)
        value.write(to: &self)
    }

    /// Writes a member of an object, as `null` where there is no value.
    @inlinable
    public mutating func nullableMember(_ name: StaticString, _ value: (some JSONWritable)?) {
        self.name(name)
        if let value { value.write(to: &self) } else { null() }
    }

    /// Writes the name of a member, behind which its value must follow.
    @usableFromInline
    mutating func name(_ name: StaticString) {
        let length = name.utf8CodeUnitCount
        if count + length + 4 <= capacity {
            var position = count
            if isBehindValue {
                bytes[position] = UInt8(ascii: ",")
                position += 1
            }
            bytes[position] = UInt8(ascii: "\"")
            (bytes + (position + 1)).update(from: name.utf8Start, count: length)
            bytes[position + length + 1] = UInt8(ascii: "\"")
            bytes[position + length + 2] = UInt8(ascii: ":")
            count = position + length + 3
        } else {
            comma()
            // The text is written a second time: now its length alone counts.
            count += length + 3
        }
        isBehindValue = false
    }

    mutating func name(_ name: String) {
        text(name)
        append(UInt8(ascii: ":"))
        isBehindValue = false
    }

    /// Writes `null`.
    public mutating func null() {
        word("null")
    }

    /// Writes text that is JSON already.
    mutating func word(_ word: StaticString) {
        comma()
        append(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        isBehindValue = true
    }

    /// Writes a text in quotes that has nothing in it that JSON escapes.
    mutating func plainText(_ length: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void) {
        comma()
        append(UInt8(ascii: "\""))
        if count + length <= capacity { fill(bytes + count) }
        count += length
        append(UInt8(ascii: "\""))
        isBehindValue = true
    }

    /// Writes a number; JSON has none for infinity and for what is no number.
    mutating func number(_ value: Double) {
        guard value.isFinite else {
            isUnwritable = true
            return null()
        }
        comma()
        var text = value.description
        text.withUTF8 { append($0.suffix(2).elementsEqual(".0".utf8) ? UnsafeBufferPointer(rebasing: $0.dropLast(2)) : $0) }
        isBehindValue = true
    }

    /// Writes the digits of a number.
    mutating func numeral(_ digits: String) {
        comma()
        var digits = digits
        digits.withUTF8 { append($0) }
        isBehindValue = true
    }

    /// Writes a whole number.
    mutating func integer(_ value: Int64) {
        comma()
        // The digits of the largest number, and a sign.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = 20
            var rest = value.magnitude
            repeat {
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            if value < 0 {
                start -= 1
                digits[start] = UInt8(ascii: "-")
            }
            append(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(digits)[start...]))
        }
        isBehindValue = true
    }

    /// Writes a text.
    mutating func text(_ text: String) {
        comma()
        append(UInt8(ascii: "\""))
        if text.utf8.withContiguousStorageIfAvailable({ appendEscaped($0) }) == nil {
            var native = text
            native.withUTF8 { appendEscaped($0) }
        }
        append(UInt8(ascii: "\""))
        isBehindValue = true
    }
}

extension JSONWriter {
    @inline(__always)
    private mutating func comma() {
        if isBehindValue { append(UInt8(ascii: ",")) }
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8) {
        if count < capacity { bytes[count] = byte }
        count += 1
    }

    @inline(__always)
    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        if count + text.count <= capacity, let start = text.baseAddress { (bytes + count).update(from: start, count: text.count) }
        count += text.count
    }

    /// Writes what stands between quotes: RFC 8259 §7 escapes quotes, backslashes and control characters.
    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var plain = 0
        while true {
            let end = JSONEscapes.first(in: text, from: plain)
            append(UnsafeBufferPointer(rebasing: text[plain..<end]))
            guard end < text.count else { return }
            append(UInt8(ascii: "\\"))
            switch text[end] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(text[end])
            case 0x08: append(UInt8(ascii: "b"))
            case 0x09: append(UInt8(ascii: "t"))
            case 0x0A: append(UInt8(ascii: "n"))
            case 0x0C: append(UInt8(ascii: "f"))
            case 0x0D: append(UInt8(ascii: "r"))
            case let control:
                for byte in "u00".utf8 { append(byte) }
                append(UInt8(ascii: "0") + control >> 4)
                append(control & 0xF < 10 ? UInt8(ascii: "0") + control & 0xF : UInt8(ascii: "a") + control & 0xF - 10)
            }
            plain = end + 1
        }
    }
}

/// Finds what JSON escapes in a text.
enum JSONEscapes {
    /// Where the first quote, backslash or control character stands at or behind an index; the end if there is none.
    @inline(__always)
    static func first(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let bytes = text.baseAddress else { return 0 }
        let count = text.count
        var index = start
        let ones: UInt64 = 0x0101_0101_0101_0101
        while index + 8 <= count {
            let word = UInt64(littleEndian: UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self))
            let quotes = word ^ (ones &* 0x22)
            let slashes = word ^ (ones &* 0x5C)
            // A byte is zero, or below 0x20, where subtracting 1, or 0x20, borrows from its highest bit; the lowest such byte is always one.
            let borrowed = (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (word &- ones &* 0x20) & ~word
            let found = borrowed & (ones &* 0x80)
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count, bytes[index] != 0x22, bytes[index] != 0x5C, bytes[index] >= 0x20 { index += 1 }
        return index
    }
}
