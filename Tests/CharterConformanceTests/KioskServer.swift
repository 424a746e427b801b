import CharterRuntime
import HTTPTypes

@testable import CharterConformance

/// A server of kiosks that is just as documented, but for one fault.
struct KioskServer: HTTPTransport {
    let fault: Kiosk.Fault?

    private struct Refused: Error {
        var status: Int
        var code: String
        var places: [String] = []
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let parts = (request.path ?? "").split(separator: "?").map(String.init)
        let path = parts[0].split(separator: "/").dropFirst().map(String.init)
        let query = parts.dropFirst().first?.split(separator: "&").map(String.init) ?? []
        var reply: HTTPReply
        do throws(Refused) {
            reply = try answer(request, path, query, body)
        } catch {
            let faults = error.places.map { #"{"field":"\#($0)","message":"does not fit"}"# }.joined(separator: ",")
            let list = faults.isEmpty ? "" : #","errors":[\#(faults)]"#
            let text = #"{"type":"about:blank","title":"No","status":\#(error.status),"code":"\#(error.code)"\#(list)}"#
            reply = .json(text, status: error.status)
            reply.head.headerFields[.contentType] = "application/problem+json"
            let key = fault == .asksForOtherKeys ? "ApiKey" : "KioskKey"
            if error.status == 401 { reply.head.headerFields[.wwwAuthenticate] = #"\#(key) realm="kiosk", Bearer realm="kiosk""# }
        }
        let isReadable = self.key(of: request, query)?.hasPrefix("ko_") == true
        if isReadable, fault != .hidesRefusals || reply.head.status.code < 400 { reply.head.headerFields[.accessControlAllowOrigin] = "*" }
        return reply
    }

    private func answer(_ request: HTTPRequest, _ path: [String], _ query: [String], _ body: [UInt8]) throws(Refused) -> HTTPReply {
        if fault == .looksAtVersionsFirst { try checkVersion(request) }
        guard let first = path.first, let own = ["orders": "POST", "papers": "GET", "notice": "PUT"][first] else {
            throw Refused(status: 404, code: "unknown-path")
        }
        if fault == .looksAtOverridesFirst { _ = try method(of: request) }
        if fault != .looksAtMethodsFirst { try checkVersion(request) }
        guard try method(of: request) == own else { throw Refused(status: 405, code: "method-not-allowed") }
        if fault == .looksAtMethodsFirst { try checkVersion(request) }
        let kiosk = try kiosk(of: request, query)
        switch first {
        case "orders": return try order(body, kiosk)
        case "papers":
            try checkParameters(query)
            if path.count == 1 { return .json("[\(papers(of: kiosk).joined(separator: ","))]") }
            guard path[1] == "pp_\(kiosk)1" else { throw Refused(status: 404, code: "not-found") }
            return .json(paper(of: kiosk))
        default:
            let names = String(decoding: body, as: UTF8.self).split(separator: "&").map { $0.prefix { $0 != "=" } }
            guard names.count == 1 || fault == .takesNamesTwice else { throw Refused(status: 400, code: "invalid-request") }
            return .json("", status: 204)
        }
    }

    private func checkVersion(_ request: HTTPRequest) throws(Refused) {
        guard let version = HTTPField.Name("X-Version").flatMap({ request.headerFields[$0] }), version != "2" else { return }
        throw Refused(status: 400, code: "version-unknown")
    }

    private func method(of request: HTTPRequest) throws(Refused) -> String {
        guard request.method == .post, let text = HTTPField.Name("X-Method").flatMap({ request.headerFields[$0] }) else {
            return request.method.rawValue
        }
        if ["PUT", "PATCH", "DELETE"].contains(text) { return text }
        guard fault == .takesAnyOverride else { throw Refused(status: 400, code: "invalid-request", places: ["header.X-Method"]) }
        return request.method.rawValue
    }

    private func key(of request: HTTPRequest, _ query: [String]) -> String? {
        let field = HTTPField.Name("X-Key").flatMap { request.headerFields[$0] }
        if let field, !field.isEmpty || fault == .stopsAtEmptyFields { return field }
        return query.first { $0.hasPrefix("key=") }.map { String($0.dropFirst(4)) }
    }

    /// The kiosk of the caller, who may call.
    private func kiosk(of request: HTTPRequest, _ query: [String]) throws(Refused) -> String {
        if request.headerFields[.authorization] == "Bearer se_both000001" {
            let kiosk = HTTPField.Name("X-Kiosk").flatMap { request.headerFields[$0] } ?? ""
            guard kiosk == "rome" || fault == .joinsRoles else { throw Refused(status: 403, code: "insufficient-role") }
            return kiosk
        }
        switch key(of: request, query) {
        case "ks_oslo000001", "ko_oslo000001": return "oslo"
        case "ks_rome000001", "ko_rome000001": return "rome"
        case "ko_late000001" where fault == .takesLateOpenKeys: return "oslo"
        case "ks_late000001", "ko_late000001": throw Refused(status: 401, code: "credential-expired")
        case nil: throw Refused(status: 401, code: "credential-missing")
        default: throw Refused(status: 401, code: "credential-unknown")
        }
    }

    private func checkParameters(_ query: [String]) throws(Refused) {
        let wrong = query.filter { item in
            let text = item.drop { $0 != "=" }.dropFirst()
            if item.hasPrefix("sort=") { return !["daily", "weekly"].contains(text) }
            return item.hasPrefix("pages=") && !(1...99).contains(Int(text) ?? 0)
        }
        let places = wrong.map { "query.\($0.prefix { $0 != "=" })" }
        guard !places.isEmpty else { return }
        throw Refused(status: 400, code: "invalid-request", places: fault == .tellsOneFault ? Array(places.prefix(1)) : places)
    }

    private func order(_ body: [UInt8], _ kiosk: String) throws(Refused) -> HTTPReply {
        guard case .array(let lines)? = (try? JSONCoding.decode(JSONValue.self, from: body))?["lines"] else {
            throw Refused(status: 400, code: "invalid-request")
        }
        let known = fault == .ordersForeignPapers ? ["pp_oslo1", "pp_rome1"] : ["pp_\(kiosk)1"]
        let looked = fault == .looksAtFirstLines ? Array(lines.prefix(1)) : lines
        guard looked.allSatisfy({ known.contains($0["paper"]?.parameterText ?? "") }) else {
            throw Refused(status: 422, code: "paper-unknown")
        }
        return .json(#"{"number":1}"#, status: 201)
    }

    private func papers(of kiosk: String) -> [String] {
        [paper(of: kiosk)]
    }

    private func paper(of kiosk: String) -> String {
        #"{"code":"pp_\#(kiosk)1","title":"News of \#(kiosk)"}"#
    }
}
