/// Writes JSON (RFC 8259) as UTF-8 bytes, value by value, from front to back.
///
/// It writes into memory that is given to it and never moves: where that is too small it goes on to count, and who gave the memory gives as much the next
/// time. It is made for the time of one writing: models get it as an argument and never keep it.
public struct JSONWriter: ~Copyable {
    private let bytes: UnsafeMutablePointer<UInt8>
    private let capacity: Int
    /// The bytes that the text has so far, also those for which there was no room.
    package private(set) var count = 0
    /// Whether a comma stands before the next value or name.
    private var isBehindValue = false
    /// The first value that JSON cannot hold, for which `null` is written.
    private(set) var fault: JSONFault?
    /// The digits behind the seconds of an instant; nil for as many as each needs.
    let fractionDigits: Int?

    /// Begins to write; the memory is somebody else's, and must be there until the writing has ended.
    init(_ bytes: UnsafeMutableBufferPointer<UInt8>, fractionDigits: Int? = nil) {
        precondition((0...9).contains(fractionDigits ?? 0), "a second has 0 to 9 digits behind its point")
        self.fractionDigits = fractionDigits
        // An empty buffer may have no address; nothing is written to this one.
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

    /// Begins a list.
    mutating func openList() {
        comma()
        append(UInt8(ascii: "["))
        isBehindValue = false
    }

    /// Ends a list.
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
        // With its quotes, its colon and a comma in front.
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
            append(UInt8(ascii: "\""))
            append(UnsafeBufferPointer(start: name.utf8Start, count: length))
            append(UInt8(ascii: "\""))
            append(UInt8(ascii: ":"))
        }
        isBehindValue = false
    }

    /// Writes the name of a member, behind which its value must follow.
    package mutating func name(_ name: String) {
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

    /// Writes `null` for a value that JSON cannot hold, and remembers it.
    mutating func unwritable(_ phrase: String) {
        comma()
        if fault == nil { fault = JSONFault(.wrongValue(phrase), at: count) }
        isBehindValue = false
        null()
    }

    /// Writes a text in quotes that has nothing in it that JSON escapes.
    ///
    /// - Parameter fill: Writes its bytes, exactly as many as `length` says, to where they belong; not called where there is no room for them.
    mutating func plainText(_ length: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void) {
        comma()
        append(UInt8(ascii: "\""))
        if count + length <= capacity { fill(bytes + count) }
        count += length
        append(UInt8(ascii: "\""))
        isBehindValue = true
    }

    /// Writes a number with the fewest digits that make it and no other; JSON has none for infinity and for what is no number.
    mutating func number(_ value: Double) {
        guard value.isFinite else { return unwritable("a finite number") }
        comma()
        var text = value.description
        text.withUTF8 { append($0.suffix(2).elementsEqual(".0".utf8) ? UnsafeBufferPointer(rebasing: $0.dropLast(2)) : $0) }
        isBehindValue = true
    }

    /// Writes the digits of a number.
    mutating func digits(_ digits: String) {
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
    @usableFromInline
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
        guard let bytes = text.baseAddress else { return }
        var plain = 0
        while true {
            let end = JSONEscapes.first(in: bytes, from: plain, to: text.count)
            append(UnsafeBufferPointer(start: bytes + plain, count: end - plain))
            guard end < text.count else { return }
            append(UInt8(ascii: "\\"))
            switch bytes[end] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(bytes[end])
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
