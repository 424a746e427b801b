import CharterRuntime

extension Timestamp {
    /// The instant as RFC 3339 text with as many digits of a fraction as the API writes; what is finer is left out.
    func text(_ precision: APIDescription.JSONStyle.Precision) -> String {
        precision.digits.map { text(fractionDigits: $0) } ?? description
    }

    /// The first instant of a day of the calendar, in UTC; nil for a text that is no day.
    init?(day: String) {
        self.init("\(day)T00:00:00Z")
    }
}
