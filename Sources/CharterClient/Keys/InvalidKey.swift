/// A text that cannot be a key of the kind it was given for.
///
/// The text itself is not kept: it may be a key of another kind.
public struct InvalidKey: Error, Hashable, Sendable, CustomStringConvertible {
    /// What every key of that kind begins with; empty for tokens.
    public var prefix: String
    /// What is wrong with the text.
    public var fault: Fault

    /// Creates the error.
    public init(prefix: String, fault: Fault) {
        self.prefix = prefix
        self.fault = fault
    }

    /// What can be wrong with a key.
    public enum Fault: String, Hashable, Sendable {
        /// It begins with other characters.
        case prefix = "does not begin with it"
        /// It consists of its prefix alone.
        case empty = "ends behind it"
        /// It holds something else than visible ASCII characters; often this is the end of the line it was read from.
        case characters = "holds white space or other characters that are not visible ASCII"
    }

    /// What is wrong, without the text itself.
    public var description: String {
        if prefix.isEmpty { return "a key or token is needed, and this text \(fault == .empty ? "is empty" : fault.rawValue)" }
        return "a key that begins with \"\(prefix)\" is needed, and this text \(fault.rawValue)"
    }
}

extension InvalidKey {
    /// Returns the text if it can be a key with that prefix, or a token where there is none.
    ///
    /// Keys are visible ASCII characters (RFC 9110 §5.5, `VCHAR`), so that none can add to the header of a request.
    ///
    /// - Throws: ``InvalidKey`` otherwise.
    public static func checking(_ text: String, prefix: String = "") throws(InvalidKey) -> String {
        guard text.hasPrefix(prefix) else { throw InvalidKey(prefix: prefix, fault: .prefix) }
        guard text.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else { throw InvalidKey(prefix: prefix, fault: .characters) }
        guard text.utf8.count > prefix.utf8.count else { throw InvalidKey(prefix: prefix, fault: .empty) }
        return text
    }
}
