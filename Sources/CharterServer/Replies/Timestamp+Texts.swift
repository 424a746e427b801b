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

    /// The instant as header fields write it (RFC 9110 §5.6.7): `Fri, 01 May 2026 00:00:00 GMT`.
    var httpDate: String {
        let days = Int((Double(secondsSinceEpoch) / 86_400).rounded(.down))
        // The epoch was a Thursday.
        let weekday = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][((days + 4) % 7 + 7) % 7]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = description.split { "-T:.Z".contains($0) }
        return "\(weekday), \(parts[2]) \(months[(Int(parts[1]) ?? 1) - 1]) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) GMT"
    }

    /// The first instant of a day of the calendar, in UTC; nil for a text that is no day.
    init?(day: String) {
        self.init("\(day)T00:00:00Z")
    }
}
