import CharterRuntime
import HTTPTypes

extension Refusal {
    /// 429: a limit lets nothing more pass for now.
    ///
    /// - Parameter standing: How the caller stands with the limit; it is one that refuses.
    static func exceeded(_ standing: LimitStanding, _ headers: APIDescription.LimitHeaders) -> Refusal {
        let seconds = standing.retryAfter ?? 1
        let wait = seconds == 1 ? "1 second" : "\(seconds) seconds"
        var fields: HTTPFields = [:]
        if headers.retryAfter { fields[.retryAfter] = String(seconds) }
        var refusal =
            switch standing.rule.kind {
            case .throttle:
                Refusal(
                    .limitExceeded,
                    title: "There were too many requests.",
                    detail: "The limit '\(standing.rule.name)' lets a request pass again in \(wait).",
                    headers: fields
                )
            case .quota:
                Refusal(
                    .quotaExceeded,
                    title: "The quota is used up.",
                    detail: "Something is left of the limit '\(standing.rule.name)' again in \(wait).",
                    headers: fields
                )
            }
        refusal.retryAfter = seconds
        return refusal
    }
}
