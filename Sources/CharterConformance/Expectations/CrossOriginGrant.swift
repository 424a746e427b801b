import CharterRuntime
import HTTPTypes

/// A preflight is granted for a method and the header fields of its credentials, or not at all.
struct CrossOriginGrant: Expectation {
    /// The methods that need no grant (Fetch, CORS-safelisted methods).
    private static let safelisted: Set<String> = ["GET", "HEAD", "POST"]

    let method: String
    let headers: [String]
    let isGranted: Bool

    var summary: String {
        guard isGranted else { return "no Access-Control-Allow-Origin" }
        return "2xx that lets every origin call by \(method)" + (headers.isEmpty ? "" : " with \(headers.joined(separator: ", "))")
    }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        let fields = reply.head.headerFields
        let origin = fields[.accessControlAllowOrigin]
        guard isGranted else { return origin.map { ["Access-Control-Allow-Origin is \($0)"] } ?? [] }
        var faults = (200..<300).contains(reply.head.status.code) ? [] : ["the status is \(reply.head.status.code)"]
        if origin == nil { faults.append("there is no Access-Control-Allow-Origin") }
        let methods = words(fields[.accessControlAllowMethods])
        if !Self.safelisted.contains(method), !methods.contains(method.lowercased()), !methods.contains("*") {
            faults.append("Access-Control-Allow-Methods lacks \(method)")
        }
        let allowed = words(fields[.accessControlAllowHeaders])
        for header in headers where !allowed.contains(header.lowercased()) {
            // An asterisk is each field but this one, which has to be named.
            if allowed.contains("*"), header.lowercased() != "authorization" { continue }
            faults.append("Access-Control-Allow-Headers lacks \(header)")
        }
        return faults
    }

    private func words(_ text: String?) -> [String] {
        (text ?? "").split(separator: ",").map { $0.filter { $0 != " " }.lowercased() }
    }
}

/// Scripts of other origins may read a reply, or may not.
struct CrossOriginReading: Expectation {
    let isReadable: Bool
    let success: APIDescription.Success

    var summary: String { "\(success.statusText) \(isReadable ? "with" : "without") Access-Control-Allow-Origin" }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        guard success.isStatus(of: reply) else { return ["the status is \(reply.head.status.code)"] }
        let origin = reply.head.headerFields[.accessControlAllowOrigin]
        if isReadable { return origin == nil ? ["there is no Access-Control-Allow-Origin"] : [] }
        return origin.map { ["Access-Control-Allow-Origin is \($0)"] } ?? []
    }
}
