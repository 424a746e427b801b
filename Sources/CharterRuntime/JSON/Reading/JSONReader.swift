/// Reads JSON (RFC 8259) from UTF-8 bytes, value by value, from front to back.
///
/// It is made for the time of one reading, by ``JSONCoding``, and points into the bytes that it reads: models get it as an argument and never keep it.
public struct JSONReader: ~Copyable {
    let bytes: UnsafePointer<UInt8>
    let count: Int
    /// Where the next byte stands.
    var position = 0
    /// The objects and lists that are open.
    var depth = 0
    let maximumDepth: Int
    /// The other names by which members of models may be called; nil where there are none.
    var spellings: MemberSpellings?
    /// What was wrong with a value that ``read(_:)`` could not read.
    @usableFromInline var failure: JSONFault?

    /// Begins to read; the bytes are UTF-8, which somebody has checked.
    init(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
        // An empty buffer may have no address; nothing is read from this one.
        self.bytes = bytes.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
        self.count = bytes.count
        self.maximumDepth = maximumDepth
    }

    /// The first byte of the next value or sign, behind white space.
    ///
    /// - Throws: ``JSONFault/Kind/endOfText``.
    @inline(__always)
    mutating func next() throws(JSONFault) -> UInt8 {
        if position < count, bytes[position] > 0x20 { return bytes[position] }
        return try nextBehindSpace()
    }

    private mutating func nextBehindSpace() throws(JSONFault) -> UInt8 {
        skipSpace()
        guard position < count else { throw fault(.endOfText) }
        return bytes[position]
    }

    /// Goes past white space.
    mutating func skipSpace() {
        while position < count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    /// Goes past a byte that must be next, behind white space.
    mutating func take(_ byte: UInt8, _ name: @autoclosure () -> String) throws(JSONFault) {
        guard try next() == byte else { throw fault(.expected(name())) }
        position += 1
    }

    /// A fault at the next byte.
    func fault(_ kind: JSONFault.Kind) -> JSONFault {
        JSONFault(kind, at: position)
    }

    /// A fault at the next value, which is of another kind than asked for.
    mutating func wrongValue(_ phrase: String) throws(JSONFault) -> JSONFault {
        let offset = position
        // What is no value at all is the graver fault.
        try skip()
        return JSONFault(.wrongValue(phrase), at: offset)
    }

    /// Sees that nothing but white space is left.
    mutating func finish() throws(JSONFault) {
        skipSpace()
        guard position == count else { throw fault(.trailingText) }
    }
}
