/// What can be said of a file before it is parsed.
struct SourceCheck {
    /// The most lines that begin with `%`: libyaml compares each `%TAG` with all before it.
    static let maximumDirectives = 64

    private let source: SourceText
    private let limits: YAMLLimits

    init(_ source: SourceText, _ limits: YAMLLimits) {
        self.source = source
        self.limits = limits
    }

    /// The first reason not to parse the file.
    var fault: YAMLFault? {
        let start = SourceSpan(file: source.file, at: .start)
        if source.bytes.isEmpty { return .emptyDocument(start) }
        if source.bytes.count > limits.maximumBytes { return .tooLarge(start, maximum: limits.maximumBytes) }
        if let encoding { return .wrongEncoding(encoding, start) }
        if let line = lineOfExcessDirective {
            return .tooManyDirectives(SourceSpan(file: source.file, at: SourcePosition(line: line, column: 1)))
        }
        return nil
    }

    /// The name of a wide encoding, told by its byte order mark or by the zeros beside the first ASCII character.
    private var encoding: String? {
        let head = Array(source.bytes.prefix(4))
        if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] { return "UTF-32" }
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        switch head.map({ $0 == 0 }) {
        case [false, true, true, true], [true, true, true, false]: return "UTF-32"
        case [false, true, false, true], [true, false, true, false], [false, true], [true, false]: return "UTF-16"
        default: return nil
        }
    }

    private var lineOfExcessDirective: Int? {
        var directives = 0
        for number in 1...source.lineCount where source.lineBytes(number)?.first == UInt8(ascii: "%") {
            directives += 1
            if directives > Self.maximumDirectives { return number }
        }
        return nil
    }
}
