import CharterRuntime
import HTTPTypes
import Synchronization

/// A server of the pins that is just as documented, but for one fault.
final class PinServer: HTTPTransport {
    private let fault: Pins.Fault?
    private let labels = Mutex<[String: JSONValue]>(["at": .string("hill")])

    init(_ fault: Pins.Fault?) {
        self.fault = fault
    }

    func send(_ request: HTTPRequest, body: [UInt8]) throws -> HTTPReply {
        let isOverridden = request.headerFields.contains { $0.name.canonicalName == "x-method" }
        switch request.method {
        case .get:
            if isOverridden, fault == .overridesReading { return refusal(405, .methodNotAllowed) }
            let isRepeated = (request.path ?? "").split(separator: "near=").count > 2
            return isRepeated && fault != .takesRepetition ? refusal() : reply(200, ["title": .string("Here")])
        case .patch: return change(try members(of: body))
        default: return (request.path ?? "").hasSuffix("/notes") ? note(request, body) : add(body)
        }
    }

    private func members(of body: [UInt8]) throws -> [String: JSONValue] {
        guard case .object(let members) = try JSONCoding.decode(JSONValue.self, from: body) else { return [:] }
        return members
    }

    private func change(_ members: [String: JSONValue]) -> HTTPReply {
        if members.isEmpty, fault == .refusesNoChange { return refusal() }
        let kept = labels.withLock { labels in
            guard case .object(let new)? = members["labels"] else { return labels }
            labels = fault == .replacesLabels ? new : labels.merging(new) { _, last in last }
            return labels
        }
        return reply(200, ["title": .string("Here"), "labels": .object(kept)])
    }

    private func add(_ body: [UInt8]) -> HTTPReply {
        let text = String(decoding: body, as: UTF8.self)
        if fault == .refusesPoint, text.contains(".0") { return refusal() }
        if fault == .refusesExponent, text.contains("e0") { return refusal() }
        guard var members = try? members(of: body), let schema = Pins.addPin.requestBody?.schema else { return refusal() }
        let faults = Pins.api.faults(of: .object(members), against: schema)
        guard faults.allSatisfy({ fault == .takesAnyAccount && $0.field == "way.iban" }) else { return refusal() }
        if case .string(let title)? = members["title"], fault == .cutsTexts { members["title"] = .string(String(title.prefix(19))) }
        if fault == .losesNull, members["view"] == .null { members["view"] = nil }
        if fault == .turnsNames, case .object(let labels)? = members["labels"] {
            members["labels"] = .object(Dictionary(labels.map { ($0.key.lowercased(), $0.value) }) { first, _ in first })
        }
        return reply(201, members)
    }

    private func note(_ request: HTTPRequest, _ body: [UInt8]) -> HTTPReply {
        let isForm = request.headerFields[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true
        if isForm, fault == .refusesForms { return refusal() }
        guard isForm else { return (try? members(of: body)).map { reply(201, $0) } ?? refusal() }
        var note: [String: JSONValue] = [:]
        var tags: [JSONValue] = []
        for pair in String(decoding: body, as: UTF8.self).split(separator: "&") {
            let parts = pair.split(separator: "=", omittingEmptySubsequences: false)
            let text = PercentEncoding.decode(parts.last ?? "", plusIsSpace: true) ?? ""
            switch PercentEncoding.decode(parts[0]) {
            case "tags[]" where fault == .losesBrackets: continue
            case "tags", "tags[]": tags.append(.string(text))
            case "view" where text.isEmpty && fault != .keepsEmptyTexts: note["view"] = .null
            case "place[tags]": note["place"] = .object(["tags": .string(text)])
            case "title": note["title"] = .string(text)
            case "view": note["view"] = .string(text)
            default: return refusal()
            }
        }
        if !tags.isEmpty { note["tags"] = .array(tags) }
        guard case .string(let title)? = note["title"], title.unicodeScalars.count <= 20 || fault == .takesAnyForm else { return refusal() }
        return reply(201, note)
    }

    private func reply(_ status: Int, _ members: [String: JSONValue]) -> HTTPReply {
        let body = (try? JSONCoding.encode(JSONValue.object(members))) ?? []
        return HTTPReply(head: HTTPResponse(status: .init(code: status), headerFields: [.contentType: "application/json"]), body: body)
    }

    private func refusal(_ status: Int = 400, _ code: Problem.Code = .invalidRequest) -> HTTPReply {
        let body = #"{"type":"about:blank","title":"No","status":\#(status),"code":"\#(code.rawValue)"}"#
        let head = HTTPResponse(status: .init(code: status), headerFields: [.contentType: "application/problem+json"])
        return HTTPReply(head: head, body: Array(body.utf8))
    }
}
