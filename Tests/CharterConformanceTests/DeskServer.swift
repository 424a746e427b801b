import CharterRuntime
import HTTPTypes
import Synchronization

/// A server of the desk that is just as documented, but for one fault.
final class DeskServer: HTTPTransport {
    private typealias Members = [String: JSONValue]

    private let fault: Desk.Fault?
    private let things: Mutex<[String: [String: JSONValue]]>

    init(_ fault: Desk.Fault?) {
        self.fault = fault
        let box = JSONValue.object(["colour": .string("red"), "size": .integer(3)])
        func note(_ id: String) -> [String: JSONValue] {
            [
                "id": .string(id), "title": .string("Here"), "memo": .string("Soon"), "box": box, "closed": .boolean(false),
                "created_at": .string("2026-05-01T10:23:18Z"),
            ]
        }
        things = Mutex(["n1": note("n1"), "n2": note("n2")])
    }

    func send(_ request: HTTPRequest, body: [UInt8]) throws -> HTTPReply {
        let parts = (request.path ?? "").split(separator: "/").map(String.init)
        guard parts.count > 2 else { return list(request.path ?? "") }
        let (id, isTray) = (parts[2], parts[1] == "trays")
        var sent: Members = if case .object(let members)? = try? JSONCoding.decode(JSONValue.self, from: body) { members } else { [:] }
        // What callers cannot set is passed over.
        for name in ["id", "closed", "created_at", "pin"] { sent[name] = nil }
        if isTray { sent = sent.filter { $0.key == "box" } }
        let found = things.withLock { $0[id] }.flatMap { $0["gone"] == nil ? $0 : nil }
        if request.method == .put { return put(id, sent, over: found) }
        guard var thing = found else { return refusal }
        switch request.method {
        case .patch: thing = changed(thing, by: sent, isMerged: !isTray)
        case .post where fault == .closesNothing:
            return reply(200, .object(thing.merging(["closed": .boolean(true)]) { _, last in last }))
        case .post: thing["closed"] = .boolean(true)
        case .delete where fault == .listsGone: thing["gone"] = .boolean(true)
        case .delete:
            things.withLock { $0[id] = nil }
            return HTTPReply(head: HTTPResponse(status: .noContent), body: [])
        default: break
        }
        if request.method != .patch || fault != .changesNothing || isTray { keep(thing, as: id) }
        return request.method == .delete ? HTTPReply(head: HTTPResponse(status: .noContent), body: []) : reply(200, .object(thing))
    }

    /// Which notes are closed may be asked for; without a word the open ones are listed.
    private func list(_ path: String) -> HTTPReply {
        let isClosed = path.hasSuffix("closed=true")
        var listed = things.withLock { $0.values.filter { $0["closed"] == .boolean(isClosed) } }
        if isClosed, fault == .hidesClosed { listed = [] }
        if fault == .listsNoMemo { for place in listed.indices { listed[place]["memo"] = nil } }
        return reply(200, .array(listed.map(JSONValue.object)))
    }

    private func keep(_ thing: Members, as id: String) {
        things.withLock { $0[id] = thing }
    }

    private func put(_ id: String, _ sent: Members, over found: Members?) -> HTTPReply {
        var thing: Members = ["id": .string(id), "closed": .boolean(false), "created_at": .string("2026-05-01T10:23:18Z")]
        if fault == .mergesWriting, let found { thing = found }
        thing.merge(sent) { _, last in last }
        let answered = thing
        if fault == .writesOtherwise { thing["title"] = .string("Other") }
        keep(thing, as: id)
        let makes = fault == .makesAlways || found == nil && fault != .makesNever
        return reply(makes ? 201 : 200, .object(answered))
    }

    private func changed(_ thing: Members, by sent: Members, isMerged: Bool) -> Members {
        var changed = thing
        for (name, value) in sent {
            guard case .object(let inner) = value, case .object(let known)? = thing[name], merges(isMerged) else {
                changed[name] = value == .null ? nil : value
                continue
            }
            changed[name] = .object(known.merging(inner) { _, last in last })
        }
        if isMerged, fault == .losesOthers, sent["title"] != nil { changed["memo"] = nil }
        if isMerged, fault == .madeAnew, sent.count == 1 { changed["created_at"] = .string("2026-05-02T10:23:18Z") }
        return changed
    }

    private func merges(_ isMerged: Bool) -> Bool { isMerged ? fault != .mergesNothing : fault == .mergesTray }

    private func reply(_ status: Int, _ body: JSONValue) -> HTTPReply {
        let head = HTTPResponse(status: .init(code: status), headerFields: [.contentType: "application/json"])
        return HTTPReply(head: head, body: (try? JSONCoding.encode(body)) ?? [])
    }

    private var refusal: HTTPReply {
        let body = #"{"type":"about:blank","title":"No","status":404,"code":"not-found"}"#
        let head = HTTPResponse(status: .notFound, headerFields: [.contentType: "application/problem+json"])
        return HTTPReply(head: head, body: Array(body.utf8))
    }
}
