import CharterRuntime

/// A fault that is answered with its usual status, since the contract gives it no other.
struct UsualAnswer {
    let code: Problem.Code
    let status: Int
    /// The ids of the endpoints that can be answered so; empty for what is found out before there is one.
    var endpoints: [String] = []

    /// All there can be, each once: what is derived for endpoints, and what a server answers by itself.
    static func all(of api: ResolvedAPI) -> [UsualAnswer] {
        var answers: [Problem.Code: UsualAnswer] = [:]
        var order: [Problem.Code] = []
        func add(_ code: Problem.Code, status: Int, _ endpoint: String? = nil) {
            // What has a status of its own is checked where that stands.
            guard status == code.usualStatus, api.errors.words(for: code)?.status == nil else { return }
            if answers[code] == nil { order.append(code) }
            answers[code, default: UsualAnswer(code: code, status: status)].endpoints += [endpoint].compactMap(\.self)
        }
        for endpoint in api.endpoints {
            for failure in endpoint.failures {
                if let code = failure.convention { add(code, status: failure.status, endpoint.id) }
            }
            // Also where no `time` is said: a body can take too long to arrive.
            if endpoint.requestBody != nil { add(.requestTimeout, status: api.errors.status(of: .requestTimeout), endpoint.id) }
        }
        for code in ofServers(api) { add(code, status: api.errors.status(of: code)) }
        return order.compactMap { answers[$0] }
    }

    /// What is answered whichever endpoint is meant, and where there is none.
    private static func ofServers(_ api: ResolvedAPI) -> [Problem.Code] {
        let override: Problem.Code? = api.conventions.requests.methodOverride.map { _ in .invalidParameter }
        return [.unknownPath, .methodNotAllowed, .internalError] + [override].compactMap(\.self)
    }
}
