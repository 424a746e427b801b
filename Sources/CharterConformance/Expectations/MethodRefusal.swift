import CharterRuntime
import HTTPTypes

/// The method is refused, and, where it is by a 405, `Allow` names those that the path has (RFC 9110 §15.5.6).
struct MethodRefusal: Expectation {
    private let refusal: Refusal
    private let allowed: Set<String>

    init(_ refusal: Refusal, allowed: Set<String>) {
        self.refusal = refusal
        self.allowed = allowed
    }

    var summary: String {
        refusal.allows(405) ? "\(refusal.summary), and Allow: \(allowed.sorted().joined(separator: ", "))" : refusal.summary
    }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        let faults = refusal.faults(in: reply, to: request)
        let isRefusedSo = reply.head.status.code == 405 && refusal.allows(405)
        return isRefusedSo ? faults + AllowedMethods.faults(in: reply, allowed: allowed) : faults
    }
}

/// A success without a body, whose `Allow` names the methods that the path has.
struct AllowedMethods: Expectation {
    let allowed: Set<String>

    var summary: String { "200 or 204 with Allow: \(allowed.sorted().joined(separator: ", "))" }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        let status = reply.head.status.code
        return [200, 204].contains(status) ? Self.faults(in: reply, allowed: allowed) : ["the status is \(status)"]
    }

    /// What is wrong with `Allow`; that OPTIONS is among the methods is always true.
    static func faults(in reply: HTTPReply, allowed: Set<String>) -> [String] {
        guard let text = reply.head.headerFields[.allow] else { return ["there is no Allow"] }
        let named = Set(text.split(separator: ",").map { $0.filter { $0 != " " } })
        return named.subtracting(["OPTIONS"]) == allowed ? [] : ["Allow is \(text)"]
    }
}
