import CharterRuntime

extension CheckList {
    /// What the API says of itself, in header fields and in its own description.
    mutating func addDocumentChecks() {
        if endpoint.deprecation?.since != nil || endpoint.deprecation?.sunset != nil {
            addCall("deprecation", "deprecated") { probe throws(MissingFixture) in
                SingleExchange(try probe.sufficientRequest(), expecting: DeprecationFields(of: probe.endpoint))
            }
        }
        guard endpoint.id == api.endpoints.first?.id else { return }
        for (name, value) in api.responseHeaders.sorted(by: { $0.key < $1.key }) where value != .requestID {
            addCall("header/\(name)", "/responses/headers/\(name)") { probe throws(MissingFixture) in
                let request = try probe.sufficientRequest()
                return SingleExchange(
                    request,
                    expecting: StatedField(name: name, value: value, success: probe.endpoint.success, in: probe.api)
                )
            }
            if value == .version { addOlderVersions(in: name) }
        }
        if let path = api.describedAt {
            add("served-document", "/describedAt") { probe throws(MissingFixture) in try ServedDocument(probe, path).dialogue() }
        }
    }

    /// A header field that tells the version tells the one that the request chose.
    private mutating func addOlderVersions(in name: String) {
        guard let versioning = api.versioning else { return }
        for version in versioning.older {
            addCall("header/\(name)/\(version)", "/responses/headers/\(name)") { probe throws(MissingFixture) in
                var request = try probe.sufficientRequest()
                try request.fill(versioning.header, version)
                let success = probe.endpoint.success
                let stated = StatedField(name: name, value: .version, success: success, version: version, in: probe.api)
                return SingleExchange(request, expecting: stated)
            }
        }
    }
}
