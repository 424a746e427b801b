extension Timestamp {
    /// The instant as header fields write it (RFC 9110 §5.6.7): `Fri, 01 May 2026 00:00:00 GMT`.
    package var httpDate: String {
        let days = Int((Double(secondsSinceEpoch) / 86_400).rounded(.down))
        // The epoch was a Thursday.
        let weekday = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][((days + 4) % 7 + 7) % 7]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = description.split { "-T:.Z".contains($0) }
        return "\(weekday), \(parts[2]) \(months[(Int(parts[1]) ?? 1) - 1]) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) GMT"
    }
}
