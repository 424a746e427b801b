import HTTPTypes
import Metrics
import Synchronization

/// The metrics of requests to one route, with their labels made once.
///
/// - `http.server.request.duration`, a timer: how long requests took until their reply was made; its count is that of the requests.
/// - `charter.requests`, a counter: the requests.
/// - `charter.refusals`, a counter: those that were not granted, by reason.
///
/// No label is one that callers can make up, so that there are not more of them than the contract has endpoints, statuses and faults.
final class RequestMetrics: Sendable {
    /// The base path and the template of the path.
    let route: String
    /// The id of the endpoint, or ``AttributeName/other``.
    let endpoint: String
    private let kept = Mutex(Kept())

    private struct Kept {
        var answered: [Answered] = []
        var refused: [(reason: String, counter: Counter)] = []
    }

    private struct Answered {
        let method: String
        let status: Int
        let counter: Counter
        let timer: Timer

        init(method: String, status: Int, route: String, endpoint: String) {
            self.method = method
            self.status = status
            let labels = [(AttributeName.method, method), (AttributeName.route, route), (AttributeName.status, String(status))]
            counter = Counter(label: "charter.requests", dimensions: labels + [(AttributeName.endpoint, endpoint)])
            timer = Timer(label: AttributeName.duration, dimensions: labels, preferredDisplayUnit: .seconds)
        }
    }

    init(route: String, endpoint: String) {
        self.route = route
        self.endpoint = endpoint
    }

    /// Notes a request that was answered.
    func note(_ method: HTTPRequest.Method, answered status: Int, nanoseconds: Int64) {
        let method = method.boundedName
        let answered = kept.withLock { kept in
            // An endpoint has few statuses: the first ones are the most frequent.
            if let known = kept.answered.first(where: { $0.status == status && $0.method == method }) { return known }
            let new = Answered(method: method, status: status, route: route, endpoint: endpoint)
            kept.answered.append(new)
            return new
        }
        answered.counter.increment()
        answered.timer.recordNanoseconds(nanoseconds)
    }

    /// Notes a request that was not granted.
    func noteRefusal(_ reason: String) {
        let counter = kept.withLock { kept in
            if let known = kept.refused.first(where: { $0.reason == reason }) { return known.counter }
            let labels = [(AttributeName.endpoint, endpoint), (AttributeName.route, route), (AttributeName.refusal, reason)]
            let counter = Counter(label: "charter.refusals", dimensions: labels)
            kept.refused.append((reason, counter))
            return counter
        }
        counter.increment()
    }
}

extension HTTPRequest.Method {
    /// The name of a method that RFC 9110 §9 or RFC 5789 knows; all others are alike.
    var boundedName: String {
        switch self {
        case .get: "GET"
        case .head: "HEAD"
        case .post: "POST"
        case .put: "PUT"
        case .patch: "PATCH"
        case .delete: "DELETE"
        case .options: "OPTIONS"
        case .connect: "CONNECT"
        case .trace: "TRACE"
        default: AttributeName.other
        }
    }
}
