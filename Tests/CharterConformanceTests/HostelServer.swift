import CharterRuntime
import HTTPTypes
import Synchronization

/// A server of hostels that is just as documented, but for one fault.
final class HostelServer: HTTPTransport {
    private static let keys = Dictionary(uniqueKeysWithValues: ["oslo", "rome", "bern"].map { ("hk_\($0)_0123456789", $0) })

    private let fault: Hostel.Fault?
    /// Texts by hostel and place.
    private let texts = Mutex<[String: String]>([
        "oslo settings": "Quiet", "rome settings": "Loud", "oslo templates/welcome": "Welcome",
    ])

    init(_ fault: Hostel.Fault?) {
        self.fault = fault
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        guard let hostel = hostel(HTTPField.Name("X-Key").flatMap { request.headerFields[$0] } ?? "") else {
            return refusal(401, .credentialUnknown)
        }
        let place = (request.path ?? "").split(separator: "/").dropFirst().joined(separator: "/")
        if hostel == "bern", place != "holidays" || fault == .shutsHolidays { return refusal(403, .tenantSuspended) }
        if fault == .failsOnOddNames, place.contains("%00") { return refusal(500, .internalError) }
        if place == "holidays" { return reply(200, "1 May") }
        let owned = "\(owner(of: place, hostel)) \(place)"
        guard request.method == .get else { return write(body, owned) }
        return texts.withLock { $0[owned] }.map { reply(200, $0) } ?? refusal(404, .notFound)
    }

    private func write(_ body: [UInt8], _ place: String) -> HTTPReply {
        guard let sent = try? JSONCoding.decode(JSONValue.self, from: body) else { return refusal(400, .malformedBody) }
        if fault == .failsOnNull, sent == .null { return refusal(500, .internalError) }
        guard case .object(let members) = sent, members.count == 1, case .string(let text)? = members["text"],
            (1...40).contains(text.unicodeScalars.count)
        else { return refusal(400, .invalidRequest) }
        if fault == .failsOnNUL, text.contains("\u{0}") { return refusal(500, .internalError) }
        let old = texts.withLock { $0.updateValue(text, forKey: place) }
        return reply(old == nil ? 201 : 200, text)
    }

    private func hostel(_ key: String) -> String? {
        if let hostel = Self.keys[key] { return hostel }
        return Self.keys.first { known, _ in
            fault == .takesKeysBehindText && key.hasSuffix(known) || fault == .takesCutKeys && key.count > 10 && known.hasPrefix(key)
        }?.value
    }

    /// Whose text stands at a place.
    private func owner(of place: String, _ hostel: String) -> String {
        let isShared = place == "settings" ? fault == .sharesSettings : fault == .writesForeignTemplates
        return isShared ? "oslo" : hostel
    }

    private func reply(_ status: Int, _ text: String) -> HTTPReply {
        let body = (try? JSONCoding.encode(JSONValue.object(["text": .string(text)]))) ?? []
        return HTTPReply(head: HTTPResponse(status: .init(code: status), headerFields: [.contentType: "application/json"]), body: body)
    }

    private func refusal(_ status: Int, _ code: Problem.Code) -> HTTPReply {
        let body = #"{"type":"about:blank","title":"No","status":\#(status),"code":"\#(code.rawValue)"}"#
        let head = HTTPResponse(status: .init(code: status), headerFields: [.contentType: "application/problem+json"])
        return HTTPReply(head: head, body: Array(body.utf8))
    }
}
