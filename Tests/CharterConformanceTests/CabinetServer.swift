import CharterRuntime
import HTTPTypes

/// A server of the cabinet that is just as documented, but for one fault.
struct CabinetServer: HTTPTransport {
    let fault: Cabinet.Fault?

    private struct File {
        let number: Int
        var state: String { number % 2 == 0 ? "draft" : "sent" }
        var label: String { number % 3 == 0 ? "blue" : "green" }
        var day: String { "2026-03-0\(number)" }
        var json: String { #"{"id":"f\#(number)","state":"\#(state)","labels":["\#(label)","all"],"made_on":"\#(day)"}"# }
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let parts = (request.path ?? "").split(separator: "?").map(String.init)
        let pairs = parts.dropFirst().joined().split(separator: "&").map { $0.split(separator: "=").map(String.init) }
        let query = Dictionary(pairs.map { ($0[0], $0[1]) }) { first, _ in first }
        let path = parts[0].split(separator: "/").map(String.init)
        var files = (1...6).map(File.init)
        switch path.last {
        case "search":
            let text = String(decoding: body, as: UTF8.self)
            let wanted = ["draft", "sent"].filter(text.contains)
            if !wanted.isEmpty, fault != .ignoresStates { files.removeAll { !wanted.contains($0.state) } }
            let start = query["offset"].flatMap { Int($0) } ?? 0
            return reply(files.dropFirst(start).prefix(size(query)))
        case "steps":
            let start = query["cursor"].flatMap { Int($0) } ?? 0
            let before = start > 0 && fault != .saysNothingBefore ? url(max(0, start - 2)) : "null"
            return reply(files.dropFirst(start).prefix(2), #","next":\#(start < 4 ? url(start + 2) : "null"),"previous":\#(before)"#)
        case "files": return list(files, in: path[2], query)
        default: return reply(200, files[0].json)
        }
    }

    private func list(_ all: [File], in drawer: String, _ query: [String: String]) -> HTTPReply {
        var files = all
        if let label = query["label"], fault != .ignoresLabels { files.removeAll { $0.label != label && label != "all" } }
        if let day = query["made_from"] { files.removeAll { $0.day < day } }
        if let day = query["made_to"], fault != .ignoresEnd { files.removeAll { $0.day > day } }
        let cursor = (query["cursor"] ?? "\(drawer).0").split(separator: ".").map(String.init)
        guard cursor.count == 2, let start = Int(cursor[1]), cursor[0] == drawer || fault == .takesCursorsOfAll else {
            let body = #"{"type":"about:blank","title":"No","status":400,"code":"invalid-cursor"}"#
            return reply(400, body, type: "application/problem+json")
        }
        let end = start + size(query)
        return reply(files.dropFirst(start).prefix(size(query)), #","next":\#(end < files.count ? "\"\(drawer).\(end)\"" : "null")"#)
    }

    private func size(_ query: [String: String]) -> Int { query["size"].flatMap { Int($0) } ?? 4 }

    private func url(_ start: Int) -> String { "\"https://cabinet.example/v1/steps?cursor=\(start)\"" }

    private func reply(_ files: some Sequence<File>, _ rest: String = "") -> HTTPReply {
        reply(200, #"{"files":[\#(files.map(\.json).joined(separator: ","))]\#(rest)}"#)
    }

    private func reply(_ status: Int, _ body: String, type: String = "application/json") -> HTTPReply {
        HTTPReply(head: HTTPResponse(status: .init(code: status), headerFields: [.contentType: type]), body: Array(body.utf8))
    }
}
