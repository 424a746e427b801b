import CharterRuntime

extension Timestamp {
    /// The instant as RFC 3339 text with as many digits of a fraction as the API writes; what is finer is left out.
    func text(_ precision: APIDescription.JSONStyle.Precision) -> String {
        guard let digits = precision.digits else { return description }
        let whole = Timestamp(secondsSinceEpoch: secondsSinceEpoch).description
        guard digits > 0 else { return whole }
        let nanoseconds = String(Int(nanoseconds) + 1_000_000_000).dropFirst()
        return "\(whole.dropLast()).\(nanoseconds.prefix(digits))Z"
    }

    /// The first instant of a day of the calendar, in UTC; nil for a text that is no day.
    init?(day: String) {
        self.init("\(day)T00:00:00Z")
    }
}
