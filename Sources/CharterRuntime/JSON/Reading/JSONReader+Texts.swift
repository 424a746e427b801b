extension JSONReader {
    /// Reads a text.
    mutating func text() throws(JSONFault) -> String {
        guard try next() == UInt8(ascii: "\"") else { throw try wrongValue("text") }
        let start = position + 1
        position = plainEnd(from: start)
        guard position < count else { throw fault(.endOfText) }
        if bytes[position] == UInt8(ascii: "\"") {
            let text = String(decoding: UnsafeBufferPointer(start: bytes + start, count: position - start), as: UTF8.self)
            position += 1
            return text
        }
        return try unescaped(from: start)
    }

    /// Reads a text, and tells where it begins.
    @usableFromInline
    mutating func placedText() throws(JSONFault) -> (text: String, offset: Int) {
        _ = try next()
        let offset = position
        return (try text(), offset)
    }

    /// Hands the UTF-8 of a text to a closure, without making a `String` of it where nothing is escaped.
    mutating func withText<Result>(
        _ phrase: @autoclosure () -> String,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result?
    ) throws(JSONFault) -> Result {
        guard try next() == UInt8(ascii: "\"") else { throw try wrongValue(phrase()) }
        let start = position + 1
        let end = plainEnd(from: start)
        if end < count, bytes[end] == UInt8(ascii: "\"") {
            guard let result = body(UnsafeBufferPointer(start: bytes + start, count: end - start)) else {
                throw fault(.wrongValue(phrase()))
            }
            position = end + 1
            return result
        }
        let offset = position
        var text = try text()
        guard let result = text.withUTF8({ body($0) }) else { throw JSONFault(.wrongValue(phrase()), at: offset) }
        return result
    }

    /// Goes past a text.
    mutating func skipText() throws(JSONFault) {
        position = plainEnd(from: position + 1)
        while true {
            guard position < count else { throw fault(.endOfText) }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return
            case UInt8(ascii: "\\"): _ = try escape()
            default: throw fault(.controlCharacter)
            }
            position = plainEnd(from: position)
        }
    }

    /// Where the first quote, backslash or control character stands, or the end of the text.
    @inline(__always)
    private func plainEnd(from start: Int) -> Int {
        JSONEscapes.first(in: bytes, from: start, to: count)
    }

    /// Reads a text that has escapes; `position` is at the first of them.
    private mutating func unescaped(from start: Int) throws(JSONFault) -> String {
        let firstEscape = position
        position = start - 1
        try skipText()
        let end = position - 1
        position = firstEscape
        // No escape is shorter than what it stands for.
        return String(unsafeUninitializedCapacity: end - start) { memory in
            var (filled, plain) = (0, start)
            while true {
                _ = memory[filled...].update(fromContentsOf: UnsafeBufferPointer(start: bytes + plain, count: position - plain))
                filled += position - plain
                // All escapes have been gone past once: none is at fault.
                guard position < end, let scalar = try? escape() else { break }
                for byte in UTF8.encode(scalar).unsafelyUnwrapped {
                    memory[filled] = byte
                    filled += 1
                }
                plain = position
                position = plainEnd(from: plain)
            }
            position = end + 1
            return filled
        }
    }

    /// Reads an escape, whose backslash is next (RFC 8259 §7).
    private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
        let start = position
        guard position + 1 < count else { throw JSONFault(.endOfText, at: count) }
        position += 2
        switch bytes[position - 1] {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let first = try hexadecimal(escapedAt: start)
            if let scalar = Unicode.Scalar(first) { return scalar }
            guard UTF16.isLeadSurrogate(UInt16(first)), position + 1 < count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            else { throw JSONFault(.loneSurrogate, at: start) }
            position += 2
            let second = try hexadecimal(escapedAt: position - 2)
            guard UTF16.isTrailSurrogate(UInt16(second)) else { throw JSONFault(.loneSurrogate, at: start) }
            return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)).unsafelyUnwrapped
        default: throw JSONFault(.invalidEscape, at: start)
        }
    }

    /// Reads four hexadecimal digits.
    private mutating func hexadecimal(escapedAt start: Int) throws(JSONFault) -> UInt32 {
        guard position + 4 <= count else { throw JSONFault(.endOfText, at: count) }
        var value: UInt32 = 0
        for index in position..<position + 4 {
            switch bytes[index] {
            case let digit where UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit: value = value << 4 | UInt32(digit - UInt8(ascii: "0"))
            case let digit where UInt8(ascii: "a")...UInt8(ascii: "f") ~= digit: value = value << 4 | UInt32(digit - UInt8(ascii: "a") + 10)
            case let digit where UInt8(ascii: "A")...UInt8(ascii: "F") ~= digit: value = value << 4 | UInt32(digit - UInt8(ascii: "A") + 10)
            default: throw JSONFault(.invalidEscape, at: start)
            }
        }
        position += 4
        return value
    }
}
