import CharterRuntime
import HTTPTypes

/// A server that is just as documented, but for one fault.
///
/// It keeps nothing: what is added or dropped is forgotten.
struct CalendarServer: HTTPTransport {
    var fault: Fault?
    var count = 6

    func send(_ request: HTTPRequest, body: [UInt8]) throws -> HTTPReply {
        if fault == .silent { throw Silence() }
        let parts = (request.path ?? "").split(separator: "?").map(String.init)
        let path = parts[0].split(separator: "/").dropFirst().map(String.init)
        if path == ["status"] { return success(200, event(0)) }
        let needed = path == ["search"] ? nil : request.method == .get ? "READ" : "WRITE"
        let key = request.headerFields.first { $0.name.canonicalName == "x-api-key" }?.value
        if let refusal = refusal(of: key, needed: needed, path: path) { return refusal }
        let query = parts.dropFirst().first ?? ""
        if path == ["search"] { return query == "since=2026-05-01" ? success(200, event(0)) : problem(400) }
        switch request.method {
        case .post: return String(decoding: body, as: UTF8.self).contains("slug") ? success(201, event(0)) : problem(400)
        case .delete where fault == .bodyWithoutNeed: return success(204, event(0))
        case .delete: return HTTPReply(head: HTTPResponse(status: .noContent), body: [])
        default: return path.count == 4 ? success(200, event(0)) : list(query)
        }
    }

    private func refusal(of text: String?, needed: String?, path: [String]) -> HTTPReply? {
        guard let text else { return fault == .takesMissingKeys ? nil : problem(401, .credentialMissing) }
        guard text.hasPrefix("sk_") || text.hasPrefix("pk_") else {
            return fault == .takesMalformedKeys ? nil : problem(401, .credentialMalformed)
        }
        let words = text.split(separator: "_").map(String.init)
        guard words.count == 3, ["oslo", "rome"].contains(words[1]) else {
            return fault == .takesUnknownKeys ? nil : problem(401, .credentialUnknown)
        }
        let scope = words[2].uppercased()
        if let needed, words[0] == "pk", needed != "READ" { return fault == .takesWrongKinds ? nil : problem(403, .keyKindForbidden) }
        if let needed, scope != needed, scope != "ADMIN" || fault == .knowsNoImpliedScope {
            if fault != .takesEveryScope { return problem(403, .insufficientScope) }
        }
        guard path.first == "communities", path[1] != words[1] else { return nil }
        return switch fault {
        case .takesForeignKeys: nil
        case .hidesForeigners: problem(404, .notFound)
        default: problem(403, .foreignTenant)
        }
    }

    private func list(_ query: String) -> HTTPReply {
        let pairs = query.split(separator: "&").map { $0.split(separator: "=").map(String.init) }
        func number(_ name: String, absent: Int, unreadable: Int?) -> Int {
            pairs.first { $0[0] == name }.map { Int($0.dropFirst().joined()) ?? unreadable ?? -9 } ?? absent
        }
        var size = number("limit", absent: fault == .defaultTooLarge ? 4 : 3, unreadable: fault == .sizeTextTaken ? 3 : nil)
        var offset = number("offset", absent: 0, unreadable: fault == .offsetTextTaken ? 0 : nil)
        if size == 0, fault == .zeroTaken { size = 1 }
        if offset == -1, fault == .negativeTaken { offset = 0 }
        guard size >= 1, offset >= 0, size <= 4 || fault != .aboveRefused else { return problem(400) }
        let stated = offset
        size = min(size, fault == .maximumTooSmall ? 2 : 4)
        let used = fault == .sizeIgnored ? 3 : size
        if fault == .offsetCountsPages { offset = offset / size * size }
        if fault == .endRepeats { offset = min(offset, count - 1) }
        let all = (0..<count).map(event)
        let items = (fault == .lastItemLost ? all.dropLast() : all[...]).dropFirst(offset).prefix(used)
        let total = fault == .totalOfPage ? items.count : count
        let hasMore = fault == .moreForEver || offset + items.count < count
        let echo = fault == .sizeNotEchoed ? 1_000 : used
        return success(
            200,
            #"{"data":[\#(items.joined(separator: ","))],"total":\#(total),"hasMore":\#(hasMore),"limit":\#(echo),"offset":\#(stated)}"#
        )
    }

    private func event(_ number: Int) -> String {
        fault == .titleMissing ? #"{"slug":"e\#(number)"}"# : #"{"slug":"e\#(number)","title":"Event"}"#
    }

    private func success(_ status: Int, _ body: String) -> HTTPReply {
        let code = fault == .otherSuccess ? 203 : status
        return reply(code, body, type: fault == .plainText ? "text/plain" : "application/json; charset=utf-8")
    }

    private func problem(_ status: Int, _ code: Problem.Code = .invalidRequest) -> HTTPReply {
        let code = fault == .refusesWithOtherCode ? "no" : code.rawValue
        let stated = fault == .refusesWithOtherStatus ? 418 : status
        let body = #"{"type":"about:blank","title":"No","status":\#(stated),"code":"\#(code)"}"#
        let type = fault == .refusesAsJSON ? "application/json" : "application/problem+json"
        var reply = reply(status, fault == .refusesWithText ? "sk_oslo_write" : body, type: type)
        if status == 401, fault != .refusesWithoutChallenge { reply.head.headerFields[.wwwAuthenticate] = "ApiKey" }
        return reply
    }

    private func reply(_ status: Int, _ body: String, type: String) -> HTTPReply {
        HTTPReply(head: HTTPResponse(status: .init(code: status), headerFields: [.contentType: type]), body: Array(body.utf8))
    }

    struct Silence: Error {}
}
