import CharterClient
import CharterRuntime
import HTTPTypes

/// What becomes of a request that does not choose a version as the API documents.
struct VersionChecks {
    let probe: EndpointProbe

    func missing() throws(MissingFixture) -> SingleExchange {
        var request = try probe.sufficientRequest()
        if let name = HTTPField.Name(try versioning().header) { request.headerFields[name] = nil }
        return SingleExchange(request, expecting: probe.refusal(.versionMissing))
    }

    func unknown() throws(MissingFixture) -> SingleExchange {
        var request = try probe.sufficientRequest()
        // Longer than each that is served, so that it is none of them.
        let versioning = try versioning()
        try request.fill(versioning.header, ([versioning.current] + versioning.older).joined(separator: "-") + "-0")
        return SingleExchange(request, expecting: probe.refusal(.versionUnknown))
    }

    private func versioning() throws(MissingFixture) -> APIDescription.Versioning {
        guard let versioning = probe.api.versioning else { throw MissingFixture("a version that requests choose") }
        return versioning
    }
}
