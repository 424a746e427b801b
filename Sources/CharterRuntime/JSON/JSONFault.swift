/// What is wrong with a JSON text, or with a value that should become one.
public struct JSONFault: Error, Hashable, Sendable {
    /// What is wrong.
    public var kind: Kind
    /// The byte at which it shows, counted from 0.
    public var offset: Int
    /// The place of the value in the text, as `events[3].startsAt`; empty for the whole, and until the text has been read to its end.
    public var path = ""

    /// Creates a fault.
    public init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }

    /// The ways in which a text fails to be JSON, or to be what is asked for.
    public enum Kind: Hashable, Sendable {
        /// The text ends within a value.
        case endOfText
        /// Something else stands where this should: `a comma or }`.
        case expected(String)
        /// Behind the value, the text goes on.
        case trailingText
        /// Bytes that are no UTF-8 (RFC 3629).
        case invalidUTF8
        /// Half of a surrogate pair, which is no character (RFC 8259 §8.2).
        case loneSurrogate
        /// A control character that must be escaped (RFC 8259 §7).
        case controlCharacter
        /// A backslash with something behind it that RFC 8259 §7 does not know.
        case invalidEscape
        /// Digits that are no number of JSON (RFC 8259 §6).
        case invalidNumber
        /// A number that is beyond what the type can hold.
        case numberOutOfRange
        /// Objects and lists within each other beyond a bound, in levels.
        case tooDeep(maximum: Int)
        /// A value of another kind than asked for, which is said to follow "must be".
        case wrongValue(String)
        /// An object without a member that it must have.
        case missingMember(String)
    }
}

extension JSONFault: CustomStringConvertible {
    /// The fault and its place in a sentence.
    public var description: String {
        "\(path.isEmpty ? "the text" : path) \(message) (byte \(offset))"
    }

    /// The fault, to follow the name of what has it.
    public var message: String {
        switch kind {
        case .endOfText: "ends too early"
        case .expected(let what): "must have \(what) here"
        case .trailingText: "goes on behind its end"
        case .invalidUTF8: "is not UTF-8"
        case .loneSurrogate: "has half of a surrogate pair"
        case .controlCharacter: "has a control character that is not escaped"
        case .invalidEscape: "has an escape that JSON does not know"
        case .invalidNumber: "must be a number as JSON writes it"
        case .numberOutOfRange: "is beyond the range of its type"
        case .tooDeep(let maximum): "is nested deeper than \(maximum) levels"
        case .wrongValue(let what): "must be \(what)"
        case .missingMember: "is required"
        }
    }
}
