import CharterRuntime
import HTTPTypes

/// A server of the shop that is just as documented, but for one fault.
struct ShopServer: HTTPTransport {
    /// A way in which the server departs from its contract.
    enum Fault: String, CaseIterable {
        case takesAnyone, takesMalformed, takesUnknown, takesOneOfTwo, takesEveryScope, takesEveryRole, knowsNoGrants
        case needsNoTenant, takesForeigners, refusesAnonymous, takesEveryEnvironment, needsNoVersion, takesEveryVersion
        case usualCode, usualStatus, otherText, codeElsewhere, withoutChallenge
        case bareResult, noRequestID, noLocation, wrongPayment, plainNumber
        case otherPath, otherMethod, coarseTime, coarseInstant, zonedInstant
    }

    var fault: Fault?

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let parts = (request.path ?? "").split(separator: "?").map(String.init)
        let path = parts[0].split(separator: "/").dropFirst().joined(separator: "/")
        let caller = Caller(authorization: request.headerFields[.authorization], query: parts.dropFirst().first ?? "")
        switch field("X-Version", of: request) {
        case "2026-05-01": break
        case nil: if fault != .needsNoVersion { return refusal(.versionMissing, of: request) }
        default: if fault != .takesEveryVersion { return refusal(.versionUnknown, of: request) }
        }
        if let code = refusal(of: caller, path: path, tenant: field("X-Shop", of: request)) { return refusal(code, of: request) }
        switch path {
        case "orders":
            guard field("X-Region", of: request) == "north" else { return refusal(.invalidRequest, of: request) }
            let meta = fault == .noRequestID ? "{}" : #"{"request":"r1"}"#
            return success(206, fault == .bareResult ? "[\(order)]" : #"{"list":[\#(order)],"meta":\#(meta)}"#)
        case "transfers":
            let sent = try? JSONCoding.decode(JSONValue.self, from: body)
            guard sent?["order"]?["amount"] == .string("12.50"), sent?["key"] != nil else { return refusal(.invalidRequest, of: request) }
            return success(201, #"{"data":\#(order)}"#)
        default: return success(200, order)
        }
    }

    private func refusal(of caller: Caller, path: String, tenant: String?) -> Problem.Code? {
        if caller.isMalformed { return fault == .takesMalformed ? nil : .credentialMalformed }
        if caller.isUnknown { return fault == .takesUnknown ? nil : .credentialUnknown }
        if caller.isForeign { return fault == .takesEveryEnvironment ? nil : .credentialForeign }
        switch path {
        case "look": return fault == .refusesAnonymous && caller.tenant == nil ? .credentialMissing : nil
        case "transfers":
            if caller.tenant == nil, caller.scope == nil { return fault == .takesAnyone ? nil : .credentialMissing }
            if caller.tenant == nil || caller.scope == nil { return fault == .takesOneOfTwo ? nil : .credentialMissing }
            return nil
        case "orders": return refusalOfOrders(caller, tenant: tenant)
        default:
            guard let own = caller.tenant else { return fault == .takesAnyone ? nil : .credentialMissing }
            return own == "oslo" || fault == .takesForeigners ? nil : .notFound
        }
    }

    private func refusalOfOrders(_ caller: Caller, tenant: String?) -> Problem.Code? {
        if let scope = caller.scope { return scope == "READ" || fault == .takesEveryScope ? nil : .insufficientScope }
        guard let own = caller.tenant else { return fault == .takesAnyone ? nil : .credentialMissing }
        let reaches = caller.role == "staff" || (caller.role == "owner" && fault != .knowsNoGrants)
        if !reaches, fault != .takesEveryRole { return .insufficientRole }
        guard let tenant else { return fault == .needsNoTenant ? nil : .tenantMissing }
        return own == tenant || fault == .takesForeigners ? nil : .notFound
    }

    private var order: String {
        let digits = fault == .wrongPayment ? "12345" : "1234"
        let price = fault == .plainNumber ? "12.5" : #""12.50""#
        let instant =
            switch fault {
            case .coarseInstant: "2026-05-01T10:23:18Z"
            case .zonedInstant: "2026-05-01T12:23:18.114+02:00"
            default: "2026-05-01T10:23:18.114Z"
            }
        let payment = #"{"type":"card","digits":"\#(digits)"}"#
        return #"""
            {"id":"o1","labels":{"any":"text"},"price":\#(price),"payment":\#(payment),"history":[{"at":"\#(instant)"}]}
            """#
    }

    private func field(_ name: String, of request: HTTPRequest) -> String? {
        HTTPField.Name(name).flatMap { request.headerFields[$0] }
    }

    private func success(_ status: Int, _ body: String) -> HTTPReply {
        var reply = reply(status, body)
        if status == 201, fault != .noLocation { reply.head.headerFields[.location] = "/transfers/o1" }
        return reply
    }

    private func refusal(_ code: Problem.Code, of request: HTTPRequest) -> HTTPReply {
        let errors = Shop.api.errors
        let text = fault == .usualCode ? code.rawValue : errors.text(of: code)
        let status = fault == .usualStatus ? code.usualStatus : errors.status(of: code)
        let inside = fault == .codeElsewhere ? #""code":"\#(text)","error":{}"# : #""error":{"code":"\#(text)","text":"No."}"#
        let time = fault == .coarseTime ? "2026-05-01T10:24:02Z" : "2026-05-01T10:24:02.812Z"
        let method = fault == .otherMethod ? "PATCH" : request.method.rawValue
        let path = fault == .otherPath ? "/" : (request.path ?? "").prefix { $0 != "?" }
        let outside = #""at":"\#(time)","method":"\#(method)","path":"\#(path)""#
        var reply = reply(status, #"{"ok":"\#(fault == .otherText ? "never" : "no")",\#(outside),\#(inside)}"#)
        if status == 401, fault != .withoutChallenge { reply.head.headerFields[.wwwAuthenticate] = "Bearer, Basic" }
        return reply
    }

    private func reply(_ status: Int, _ body: String) -> HTTPReply {
        HTTPReply(
            head: HTTPResponse(status: .init(code: status), headerFields: [.contentType: "application/json"]),
            body: Array(body.utf8)
        )
    }
}

extension ShopServer {
    /// Who calls, as far as the request says.
    struct Caller {
        var tenant: String?
        var role: String?
        var scope: String?
        var isMalformed = false
        var isUnknown = false
        var isForeign = false

        init(authorization: String?, query: String) {
            if query.hasPrefix("api_key=") { readKey(String(query.dropFirst("api_key=".count))) }
            switch authorization?.split(separator: " ").map(String.init) {
            case let words? where words.count == 2 && words[0] == "Bearer": readToken(words[1])
            case let words? where words.count == 2 && words[0] == "Basic": readPair(words[1])
            case nil: break
            default: isMalformed = true
            }
        }

        private mutating func readKey(_ key: String) {
            switch key {
            case "sv_0a1b2c31": scope = "READ"
            case "sv_0a1b2c32": scope = "WRITE"
            case let key where key.hasPrefix("tr_"): isForeign = true
            default: if key.hasPrefix("sv_") { isUnknown = true } else { isMalformed = true }
            }
        }

        private mutating func readToken(_ token: String) {
            let parts = token.split(separator: ".").map(String.init)
            guard parts.count == 3 else { return isMalformed = true }
            guard parts[2] == "signed" else { return isUnknown = true }
            (tenant, role) = (parts[0], parts[1])
        }

        private mutating func readPair(_ pair: String) {
            switch pair {
            case "b2xkX29zbG86": tenant = "oslo"
            case "b2xkX3JvbWU6": tenant = "rome"
            // The beginning of "old_" in base64.
            default: if pair.hasPrefix("b2xk") { isUnknown = true } else { isMalformed = true }
            }
        }
    }
}
