import CharterRuntime
import HTTPTypes

/// A limit of some kinds of key is nothing to the others.
extension LimitUse {
    /// More calls than the limit allows pass, made by somebody whom it does not count.
    func uncountedKind() throws(MissingFixture) -> Dialogue {
        let allowed = try allowed()
        // A window that ends with the clock may end between: of so many calls one window has more than it allows.
        let wanted = (limit.window.isByClock ? 2 : 1) * allowed + 5
        let caller = try probe.sufficientCaller(of: try probe.home()) { !isCounted($0) }
        let request = try probe.request(as: caller)
        if let other = others(counting: request).first(where: { ($0.leastAllowed ?? .max) <= wanted }) {
            throw MissingFixture(unfit: "the limit \(other.name) refuses calls before that the limit \(limit.name) does not count")
        }
        return Dialogue(request, expecting: "\(wanted) calls, which the limit \(limit.name) does not count") { conversation in
            let window = limit.longestWindow
            let most = (others(counting: request).map(\.longestWindow) + [window]).max() ?? window
            try await conversation.exchanger.pass(most + 1, "a window of \(most) seconds")
            let watch = conversation.exchanger.stopwatch()
            var number = 0
            while number < wanted + dropped(watch.elapsed) {
                let reply = try await conversation.exchanger.firstReply(to: try again(request))
                if conversation.exchanger.limitRefusals.contains(reply) {
                    throw conversation.fail(request, "it is refused behind \(number) calls", reply)
                }
                number += 1
                guard number <= 3 * Self.most else {
                    throw MissingFixture(unfit: "the limit \(limit.name) allows more again as fast as calls are made")
                }
            }
            // What is counted over several windows is never too much.
            guard limit.isBucket || limit.isWellWithinWindow(watch.elapsed) else {
                throw MissingFixture(
                    unfit: "\(number) calls of \(probe.endpoint.id) do not fit well into a window of the limit \(limit.name)"
                )
            }
            return "\(number) passed"
        }
    }

    private func dropped(_ elapsed: Duration) -> Int {
        limit.isBucket ? limit.drops(of: perWindow ?? 0, in: elapsed) : 0
    }
}
