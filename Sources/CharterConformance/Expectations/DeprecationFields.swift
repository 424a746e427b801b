import CharterRuntime
import HTTPTypes

/// An endpoint that is to go away says so: since when it should no longer be used (RFC 9745) and until when it is there (RFC 8594).
///
/// The contract has days, so that each field has to be a moment of the day, in UTC.
struct DeprecationFields: Expectation {
    private let since: String?
    private let sunset: String?

    init(of endpoint: APIDescription.Endpoint) {
        (since, sunset) = (endpoint.deprecation?.since, endpoint.deprecation?.sunset)
    }

    var summary: String {
        let fields = [since.map { "Deprecation on \($0)" }, sunset.map { "Sunset on \($0)" }]
        return "\(fields.compactMap(\.self).joined(separator: " and ")), on the reply"
    }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        [
            fault("Deprecation", on: since, in: reply) { text, start in
                let seconds = text.hasPrefix("@") ? Int64(text.dropFirst().prefix { $0 != ";" }) : nil
                return seconds.map { (start.secondsSinceEpoch..<start.secondsSinceEpoch + 86_400).contains($0) } ?? false
            },
            fault("Sunset", on: sunset, in: reply) { text, start in
                // All but the time of the day stands in the text for the beginning of the day.
                let (day, zone, midnight) = (start.httpDate.prefix(17), " GMT", "00:00:00")
                guard text.hasPrefix(day), text.hasSuffix(zone), text.count == start.httpDate.count else { return false }
                return Timestamp("2000-01-01T\(text.dropFirst(day.count).prefix(midnight.count))Z") != nil
            },
        ].compactMap(\.self)
    }

    private func fault(
        _ name: String,
        on day: String?,
        in reply: HTTPReply,
        _ isOnDay: (_ text: String, _ start: Timestamp) -> Bool
    ) -> String? {
        guard let day, let start = Timestamp("\(day)T00:00:00Z") else { return nil }
        guard let text = HTTPField.Name(name).flatMap({ reply.head.headerFields[$0] }) else { return "there is no \(name)" }
        return isOnDay(text, start) ? nil : "\(name) is \(text), which is not on \(day)"
    }
}
