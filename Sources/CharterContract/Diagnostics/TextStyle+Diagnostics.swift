extension TextStyle {
    /// The first line of a diagnostic: place, severity, what is wrong, and by which rule.
    package func heading(_ severity: Diagnostic.Severity, _ message: String, rule: String, at place: String) -> String {
        "\(heading(severity.rawValue, as: severity.role, message, at: place)) [\(rule)]\n"
    }

    /// The line of another place that has to do with a diagnostic.
    func note(_ message: String, at place: String) -> String {
        heading("note", as: .note, message, at: place) + "\n"
    }

    /// The line that says how to mend it.
    package func help(_ message: String) -> String {
        "  \(self("help:", as: .help)) \(message.withControlsShown)\n"
    }

    /// A complaint that has no place in a file.
    package func complaint(_ severity: Diagnostic.Severity, _ message: String) -> String {
        "\(self("\(severity.rawValue):", as: severity.role)) \(message.withControlsShown)\n"
    }

    private func heading(_ label: String, as role: Role, _ message: String, at place: String) -> String {
        "\(self("\(place.withControlsShown):", as: .place)) \(self("\(label):", as: role)) \(self(message.withControlsShown, as: .message))"
    }
}

extension Diagnostic.Severity {
    fileprivate var role: TextStyle.Role {
        switch self {
        case .error: .error
        case .warning: .warning
        }
    }
}
