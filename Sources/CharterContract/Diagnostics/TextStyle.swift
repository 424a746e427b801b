/// How pieces of a text are set off from each other: not at all, or with the escape sequences of a terminal.
package enum TextStyle: Sendable {
    case plain
    /// Select Graphic Rendition (ECMA-48, 8.3.117).
    case ansi

    /// What a piece of text is to its reader.
    package enum Role: Sendable, CaseIterable {
        case error, warning, note, help, place, message, mark
        case diffHeading, hunkHeading, removedLine, addedLine
    }

    /// The piece; without its escape sequences it is the same in every style.
    ///
    /// - Parameter text: free of control characters, as ``Swift/StringProtocol/withControlsShown`` leaves it.
    package func callAsFunction(_ text: String, as role: Role) -> String {
        switch self {
        case .plain: text
        case .ansi: "\u{1B}[\(role.rendition)m\(text)\u{1B}[0m"
        }
    }
}

extension TextStyle.Role {
    /// Bold and a foreground colour, as compilers and `git diff` choose them.
    fileprivate var rendition: String {
        switch self {
        case .error: "1;31"
        case .warning: "1;33"
        case .note, .help: "1;36"
        case .mark: "1;32"
        case .place, .message, .diffHeading: "1"
        case .hunkHeading: "36"
        case .removedLine: "31"
        case .addedLine: "32"
        }
    }
}
