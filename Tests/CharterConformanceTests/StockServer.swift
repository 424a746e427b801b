import CharterConformance
import CharterRuntime
import HTTPTypes
import Synchronization

/// A server of the stock that is just as documented, but for one turn; its clock stands still unless it is set.
final class StockServer: HTTPTransport {
    private let turn: Stock.Turn?
    private let state = Mutex<State>(State())

    private struct State {
        var now = 0
        /// When calls were counted, by shop.
        var calls: [String: [Int]] = [:]
        var answers: [String: (path: String, body: String)] = [:]
        var state = "new"
        var made = 40
    }

    init(_ turn: Stock.Turn?) {
        self.turn = turn
    }

    var control: ServerControl {
        ServerControl(reset: {}, advanceClock: { [self] seconds in state.withLock { $0.now += seconds } })
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let path = String((request.path ?? "").prefix { $0 != "?" })
        let parts = path.split(separator: "/").dropFirst().map(String.init)
        let shop = parts[0]
        return state.withLock { state in
            switch request.method {
            case .post where parts.last == "offers":
                let isOwn = String(decoding: body, as: UTF8.self).contains(shop == "oslo" ? "left" : "right")
                return isOwn || turn == .takesReferences ? reply(201, item(50, of: shop)) : refusal(422, text: "no-such-box")
            case .post: return add(path, HTTPField.Name("Idempotency-Key").flatMap { request.headerFields[$0] } ?? "", &state)
            case .patch: return change(String(decoding: body, as: UTF8.self), &state)
            default:
                if let refusal = refusal(ofCallsIn: shop, &state) { return refusal }
                guard parts.count > 2 else { return list(shop, request.path ?? "") }
                // Numbers up to 900 are there.
                let isThere = Int(parts[2]).map { $0 <= 900 } ?? false
                return isThere || turn == .findsAll ? reply(200, item(3, of: shop)) : refusal(404, .notFound)
            }
        }
    }

    private func refusal(ofCallsIn shop: String, _ state: inout State) -> HTTPReply? {
        let name = turn == .countsAll ? "all" : shop
        let recent = (state.calls[name] ?? []).filter { $0 > state.now - 60 }
        let isRefused = recent.count >= 4
        state.calls[name] = isRefused && turn != .countsRefused ? recent : recent + [state.now]
        guard isRefused else { return nil }
        var refusal = refusal(429, .limitExceeded)
        refusal.head.headerFields[.retryAfter] = String(recent[recent.count - 4] + 60 - state.now)
        return refusal
    }

    private func list(_ shop: String, _ target: String) -> HTTPReply {
        let isSecond = target.contains("offset=") && !target.contains("offset=0")
        let items = isSecond ? "" : [1, 2].map { item($0, of: turn == .showsAll ? "all" : shop) }.joined(separator: ",")
        return reply(200, #"{"items":[\#(items)]}"#)
    }

    private func add(_ path: String, _ key: String, _ state: inout State) -> HTTPReply {
        if let known = state.answers[key] {
            return known.path == path || turn == .ignoresPath ? reply(201, known.body) : refusal(422, .idempotencyMismatch)
        }
        state.made += 1
        let body = item(state.made, of: "oslo")
        state.answers[key] = (path, body)
        return reply(201, body)
    }

    /// What is new can be sold, and not be sent.
    private func change(_ body: String, _ state: inout State) -> HTTPReply {
        if body.contains("sent") || body.contains("sold") && turn == .refusesStates { return refusal(409, text: "too-early") }
        state.state = body.contains("sold") ? "sold" : "new"
        return reply(200, item(3, of: "oslo", in: state.state))
    }

    private func item(_ number: Int, of shop: String, in state: String = "new") -> String {
        #"{"id":\#(number),"name":"Item of \#(shop)","state":"\#(state)"}"#
    }

    private func reply(_ status: Int, _ body: String, type: String = "application/json") -> HTTPReply {
        HTTPReply(head: HTTPResponse(status: .init(code: status), headerFields: [.contentType: type]), body: Array(body.utf8))
    }

    private func refusal(_ status: Int, _ code: Problem.Code) -> HTTPReply { refusal(status, text: code.rawValue) }

    private func refusal(_ status: Int, text: String) -> HTTPReply {
        reply(status, #"{"type":"about:blank","title":"No","status":\#(status),"code":"\#(text)"}"#, type: "application/problem+json")
    }
}
