/// Reads `multipart/form-data` (RFC 7578): parts with a name each, between lines that have the boundary (RFC 2046 §5.1.1).
///
/// Lines end with CRLF, and nothing else does. What stands before the first boundary and behind the last is ignored.
struct MultipartForm {
    private let bytes: [UInt8]
    /// The beginning of each line between parts, behind its CRLF: two hyphens and the boundary.
    private let delimiter: [UInt8]
    private var position = 0

    /// - Throws: ``MalformedForm``
    static func fields(in bytes: [UInt8], boundary: String) throws(MalformedForm) -> [FormField] {
        var form = MultipartForm(bytes: bytes, delimiter: Array("--\(boundary)".utf8))
        return try form.fields()
    }

    private init(bytes: [UInt8], delimiter: [UInt8]) {
        self.bytes = bytes
        self.delimiter = delimiter
    }

    private mutating func fields() throws(MalformedForm) -> [FormField] {
        if bytes.starts(with: delimiter) {
            position = delimiter.count
        } else {
            _ = try partEnd()
        }
        var fields: [FormField] = []
        while try !isClosed() {
            guard fields.count < FormLimits.fields else { throw MalformedForm(message: "has more than \(FormLimits.fields) parts") }
            let head = try partHead()
            let start = position
            let content = bytes[start..<(try partEnd())]
            fields.append(try head.field(content))
        }
        return fields
    }

    /// Whether the boundary that was just passed is the last; passes over what is left of its line where it is not.
    private mutating func isClosed() throws(MalformedForm) -> Bool {
        if bytes[position...].starts(with: "--".utf8) { return true }
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\t") { position += 1 }
        guard bytes[position...].starts(with: "\r\n".utf8) else { throw MalformedForm(message: "has a boundary with something behind it") }
        position += 2
        return false
    }

    /// Passes over the header fields of a part, and the empty line behind them.
    private mutating func partHead() throws(MalformedForm) -> PartHead {
        var head = PartHead()
        let start = position
        while true {
            let line = bytes[position...].prefix(FormLimits.partHead).prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
            guard bytes[line.endIndex...].starts(with: "\r\n".utf8), line.endIndex - start <= FormLimits.partHead else {
                throw MalformedForm(message: "has a part whose header fields do not end")
            }
            position = line.endIndex + 2
            if line.isEmpty { return head }
            try head.add(line)
        }
    }

    /// The end of what the part holds; passes over the boundary behind it.
    private mutating func partEnd() throws(MalformedForm) -> Int {
        var index = position
        while let end = bytes[index...].firstIndex(of: UInt8(ascii: "\r")) {
            let line = bytes[(end + 1)...]
            if line.first == UInt8(ascii: "\n"), line.dropFirst().starts(with: delimiter) {
                position = end + 2 + delimiter.count
                return end
            }
            index = end + 1
        }
        throw MalformedForm(message: "does not end with its boundary")
    }
}
