import CharterRuntime
import HTTPTypes

/// Which version a request chooses.
struct VersionChoice {
    private let probe: EndpointProbe
    private let versioning: APIDescription.Versioning

    init(_ probe: EndpointProbe, _ versioning: APIDescription.Versioning) {
        self.probe = probe
        self.versioning = versioning
    }

    func missing() throws(MissingFixture) -> any Procedure {
        var request = try probe.sufficientRequest()
        if let name = HTTPField.Name(versioning.header) { request.headerFields[name] = nil }
        guard let standing = versioning.standing else { return SingleExchange(request, expecting: probe.refusal(.versionMissing)) }
        let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        guard let told = probe.api.responseHeaders.filter({ $0.value == .version }).map(\.key).min() else {
            return SingleExchange(request, expecting: own)
        }
        let plain = request
        return Dialogue(request, expecting: "\(own.summary), with \(told): \(standing)") { conversation in
            let reply = try await conversation.reply(to: plain, expecting: own)
            let found = HTTPField.Name(told).flatMap { reply.head.headerFields[$0] }
            guard found == standing else { throw conversation.fail(plain, "\(told) is \(found ?? "absent")", reply) }
            return reply.outline
        }
    }

    func unknown() throws(MissingFixture) -> SingleExchange {
        SingleExchange(try request(choosing: Self.unknownText(versioning)), expecting: probe.refusal(.versionUnknown))
    }

    /// A version that there is not.
    static func unknownText(_ versioning: APIDescription.Versioning) -> String {
        // Longer than each that is served, so that it is none of them.
        ([versioning.current] + versioning.older).joined(separator: "-") + "-0"
    }

    func older(_ version: String) throws(MissingFixture) -> SingleExchange {
        let acceptance = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        return SingleExchange(try request(choosing: version), expecting: acceptance)
    }

    private func request(choosing version: String) throws(MissingFixture) -> EndpointRequest {
        var request = try probe.sufficientRequest()
        try request.fill(versioning.header, version)
        return request
    }
}
