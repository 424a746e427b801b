import CharterYAML

/// One fault of a contract: where it is, what it is, and how to mend it.
package struct Diagnostic: Hashable, Sendable {
    /// Whether the fault keeps a contract from being used.
    package enum Severity: String, Sendable {
        case error, warning
    }

    /// A place that has to do with the fault, and what is there.
    package struct Note: Hashable, Sendable {
        package var span: SourceSpan
        package var message: String

        package init(_ message: String, at span: SourceSpan) {
            self.span = span
            self.message = message
        }
    }

    package var severity: Severity
    /// What is wrong, in a sentence without a full stop.
    package var message: String
    /// The stable name of the rule, in kebab case.
    package var rule: String
    package var span: SourceSpan
    package var notes: [Note]
    /// How to mend it.
    package var help: String?

    package init(
        _ severity: Severity,
        _ message: String,
        rule: String,
        at span: SourceSpan,
        notes: [Note] = [],
        help: String? = nil
    ) {
        self.severity = severity
        self.message = message
        self.rule = rule
        self.span = span
        self.notes = notes
        self.help = help
    }

    package var isError: Bool { severity == .error }
}

extension Diagnostic {
    init(_ fault: YAMLFault) {
        self.init(
            .error,
            fault.message,
            rule: fault.rule,
            at: fault.span,
            notes: fault.related.map { [Note($0.message, at: $0.span)] } ?? [],
            help: fault.help
        )
    }
}

extension [Diagnostic] {
    /// By place, then errors before warnings, then by rule: the order in which people mend a file.
    ///
    /// A value that is anchored and used in several places has its faults once.
    package func uniqueByPlace() -> [Diagnostic] {
        Set(self).sorted { left, right in
            (left.span.file, left.span.start, left.isError ? 0 : 1, left.rule, left.message)
                < (right.span.file, right.span.start, right.isError ? 0 : 1, right.rule, right.message)
        }
    }
}
