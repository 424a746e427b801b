import CharterRuntime

/// Ways to write a whole number that JSON has beside its digits: 3 is `3.0` and `3e0` (RFC 8259 §6).
enum WholeNumberSpelling: String, CaseIterable {
    case point = "whole-with-point"
    case exponent = "whole-with-exponent"

    /// Stands for the number in a body until that is written.
    private static let mark = "charter-whole-number"

    private var ending: String {
        switch self {
        case .point: ".0"
        case .exponent: "e0"
        }
    }

    /// A request that has the number at a place as it should be, in this spelling.
    func request(of probe: EndpointProbe, at site: BodySite) throws(MissingFixture) -> EndpointRequest {
        let present = try probe.content().value(at: site.steps)
        guard case .integer(let number)? = present ?? probe.api.sampleValue(of: site.schema) else {
            throw MissingFixture("a whole number for \(site.place) of \(probe.endpoint.id)")
        }
        var request = try BodyChange(probe).request(with: .string(Self.mark), at: site)
        let text = String(decoding: request.body ?? [], as: UTF8.self)
        request.body = Array(text.replacing("\"\(Self.mark)\"", with: "\(number)\(ending)").utf8)
        return request
    }
}
