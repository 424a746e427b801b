import CharterRuntime
import HTTPTypes

/// The header fields that tell callers how they stand with their limits.
struct LimitFields {
    let headers: APIDescription.LimitHeaders
    /// How the caller stands, limit by limit.
    let standings: [LimitStanding]
    /// When the request is answered, by the calendar.
    let now: Timestamp

    /// Adds the fields of `RateLimit` and `RateLimit-Policy` and the older ones; `Retry-After` is the refusal's.
    ///
    /// - Parameter isRefusal: Whether the response is a 429 of one of the limits.
    func add(to fields: inout HTTPFields, isRefusal: Bool) {
        guard !standings.isEmpty, isRefusal || !headers.onRefusalsOnly else { return }
        if headers.draft { addDraft(to: &fields) }
        if let legacy = headers.legacy, let tightest { add(legacy, of: tightest, to: &fields) }
    }

    /// `draft-ietf-httpapi-ratelimit-headers-10` §3 and §4, the same in -11: lists of structured fields (RFC 9651), a member for each limit, by its name as a String.
    ///
    /// Of a bucket `q` is its size, so that `r` is never more. `w` is missing where windows are not always of the same length, and `t` where
    /// nothing is missing, so that nothing more becomes available. `pk` says nothing that callers do not know: each has only one partition of a limit.
    private func addDraft(to fields: inout HTTPFields) {
        let policies = standings.map { standing in
            let window = standing.rule.capacitySeconds.map { ";w=\($0.structured)" } ?? ""
            return "\(standing.rule.name.structured);q=\(standing.rule.capacity.structured)\(window)"
        }
        let states = standings.map { standing in
            let reset = standing.resetSeconds > 0 ? ";t=\(standing.resetSeconds.structured)" : ""
            return "\(standing.rule.name.structured);r=\(standing.remaining.structured)\(reset)"
        }
        set("RateLimit-Policy", policies.joined(separator: ", "), in: &fields)
        set("RateLimit", states.joined(separator: ", "), in: &fields)
    }

    /// The limit of which older fields, which know only one, speak.
    ///
    /// It is that of which the least is left, and of several such the one that takes longest; of a refusal it is so the one that refuses.
    private var tightest: LimitStanding? {
        standings.min { ($0.remaining, $1.resetNanoseconds) < ($1.remaining, $0.resetNanoseconds) }
    }

    private func add(_ names: APIDescription.LimitHeaders.Legacy, of standing: LimitStanding, to fields: inout HTTPFields) {
        let reset =
            switch names.resetUnit {
            case .seconds: Int64(standing.resetSeconds)
            case .epochSeconds:
                now.nanosecondsSinceEpoch.saturatingAdd(standing.resetNanoseconds).quotient(roundedUpBy: .nanosecondsASecond)
            }
        set(names.limit, String(standing.rule.capacity), in: &fields)
        set(names.remaining, String(standing.remaining), in: &fields)
        set(names.reset, String(reset), in: &fields)
    }

    private func set(_ name: String?, _ value: String, in fields: inout HTTPFields) {
        guard let name = name.flatMap({ HTTPField.Name($0) }) else { return }
        fields[name] = value
    }
}

extension Int {
    /// The number as an Integer of structured fields, which has at most 15 digits (RFC 9651 §3.3.1).
    fileprivate var structured: String {
        String(Swift.min(self, 999_999_999_999_999))
    }
}

extension String {
    /// The text as a String of structured fields (RFC 9651 §3.3.3), which are of printable ASCII; anything else is written `_`.
    fileprivate var structured: String {
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case " "..."~": text.unicodeScalars.append(scalar)
            default: text += "_"
            }
        }
        return text + "\""
    }
}
