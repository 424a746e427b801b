import CharterYAML

/// How often callers may call, and how what they name is spelled.
extension ContractReader {
    /// Names that become identifiers in code and documents begin with a letter and hold letters, digits and a few separators.
    mutating func checkIdentifier(_ name: Located<String>, _ subject: String, form: NameForm = .declaration) {
        guard !form.fits(name.value) else { return }
        report(
            "'\(name.value)' cannot name a \(subject)",
            rule: "invalid-name",
            at: name.span,
            help: "begin with a letter and use up to 60 letters, digits, '-' and '_'"
        )
    }
}
