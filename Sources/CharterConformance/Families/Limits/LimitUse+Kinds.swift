import CharterRuntime
import HTTPTypes

/// A limit of some kinds of key is nothing to the others.
extension LimitUse {
    /// More calls than the limit allows pass, made by somebody whom it does not count.
    func uncountedKind() throws(MissingFixture) -> Dialogue {
        let allowed = try allowed()
        let caller = try probe.sufficientCaller(of: try probe.home()) { !isCounted($0) }
        let request = try probe.request(as: caller)
        if let other = others(counting: request).first(where: { ($0.leastAllowed ?? .max) <= allowed + 5 }) {
            throw MissingFixture(unfit: "the limit \(other.name) refuses calls before that the limit \(limit.name) does not count")
        }
        return Dialogue(request, expecting: "\(allowed + 5) calls, which the limit \(limit.name) does not count") { conversation in
            let window = limit.longestWindow
            let most = (others(counting: request).map(\.longestWindow) + [window]).max() ?? window
            try await conversation.exchanger.pass(most + 1, "a window of \(most) seconds")
            let watch = conversation.exchanger.stopwatch()
            var number = 0
            while number < allowed + 5 + dropped(watch.elapsed) {
                let reply = try await conversation.exchanger.firstReply(to: try again(request))
                if conversation.exchanger.limitRefusals.contains(reply) {
                    throw conversation.fail(request, "it is refused behind \(number) calls", reply)
                }
                number += 1
                guard number <= 2_000 else { break }
            }
            return "\(number) passed"
        }
    }

    private func dropped(_ elapsed: Duration) -> Int {
        limit.isBucket ? limit.drops(of: perWindow ?? 0, in: elapsed) : 0
    }
}
