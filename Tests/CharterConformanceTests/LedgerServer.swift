import CharterRuntime
import HTTPTypes
import Synchronization

@testable import CharterConformance

/// A server of the ledger that is just as documented, but for one fault.
final class LedgerServer: HTTPTransport {
    private let fault: Ledger.Fault?
    private let entries = Mutex([Entry(title: "First", amount: "1.00")])

    private struct Entry {
        var title: String
        var amount: String
        var changes = 0
        var reason: String?
        var row: String?
    }

    init(fault: Ledger.Fault?) {
        self.fault = fault
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let path = (request.path ?? "").split(separator: "/").dropFirst().map(String.init)
        let sent = try? JSONCoding.decode(JSONValue.self, from: body)
        return entries.withLock { entries in
            switch (request.method, path.count) {
            case (.post, 1): return add(sent, &entries)
            case (.post, _):
                let reason = fault == .closesForOneReason ? "paid" : sent?["reason"]?.parameterText ?? ""
                entries[0].reason = reason
                return reply(200, history(entries[0], 0, isOpen: false))
            case (.patch, 3): return move(sent?["place"], &entries[0])
            case (.get, 1):
                let lines = entries.indices.map { #"{"id":"e\#($0)","amount":"\#(entries[$0].amount)"}"# }
                return reply(200, "[\(lines.prefix(fault == .listsNothingNew ? 1 : .max).joined(separator: ","))]")
            case (.get, _):
                guard let place = Int(path[1].dropFirst()), entries.indices.contains(place) else { return reply(404, "{}") }
                let entry = entries[fault == .findsNothingNew ? 0 : place]
                return reply(200, history(entry, place, isOpen: entry.reason == nil || fault == .staysOpen))
            case (.patch, _):
                if let title = sent?["title"]?.parameterText, fault != .keepsTitles { entries[0].title = title }
                entries[0].changes += 1
                return reply(204, "")
            default: return write(sent)
            }
        }
    }

    private func history(_ entry: Entry, _ place: Int, isOpen: Bool) -> String {
        let reason = entry.reason.map { #","reason":"\#($0)""# } ?? ""
        return #"{"id":"e\#(place)","title":"\#(entry.title)","changes":\#(entry.changes),"isOpen":\#(isOpen)\#(reason)}"#
    }

    private func move(_ place: JSONValue?, _ entry: inout Entry) -> HTTPReply {
        guard let room = place?["room"]?.parameterText else { return reply(200, #"{"place":{"kind":"web","url":"here"}}"#) }
        entry.row = place?["row"]?.parameterText ?? (fault == .mergesPlaces ? entry.row : nil)
        let row = entry.row.map { #","row":"\#($0)""# } ?? ""
        return reply(200, #"{"place":{"kind":"shelf","room":"\#(room)"\#(row)}}"#)
    }

    private func add(_ sent: JSONValue?, _ entries: inout [Entry]) -> HTTPReply {
        guard let title = sent?["title"]?.parameterText, let amount = sent?["amount"]?.parameterText else { return reply(400, "{}") }
        // As a program does that keeps amounts in 32 bits.
        let kept = fault == .roundsAmounts && amount.count > 8 ? Float(amount).map { "\(Double($0))" } ?? amount : amount
        entries.append(Entry(title: title, amount: kept))
        let id = "e\(entries.count - 1)"
        var words: [String] = []
        if case .array(let tags)? = sent?["tags"] { words = tags.compactMap(\.parameterText) }
        let tags = (fault == .sortsTags ? words.sorted() : words).map { "\"\($0)\"" }.joined(separator: ",")
        let minutes = sent?["minutes"]?.parameterText ?? (fault == .hasOtherDefault ? "15" : "30")
        return reply(201, #"{"id":"\#(id)","title":"\#(title)","amount":"\#(kept)","tags":[\#(tags)],"minutes":\#(minutes)}"#)
    }

    private func write(_ sent: JSONValue?) -> HTTPReply {
        guard case .array(let marks)? = sent?["marks"] else { return reply(400, "{}") }
        let words = marks.compactMap { $0["word"]?.parameterText }.prefix(fault == .losesMarks ? 1 : .max)
        let shown = words.map { #"{"word":"\#($0)","at":"2026-05-04"}"# }.joined(separator: ",")
        return reply(200, #"{"marks":[\#(shown)]}"#)
    }

    private func reply(_ status: Int, _ body: String) -> HTTPReply {
        HTTPReply(head: HTTPResponse(status: .init(code: status), headerFields: [.contentType: "application/json"]), body: Array(body.utf8))
    }
}
