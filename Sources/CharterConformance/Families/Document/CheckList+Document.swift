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
        }
        if let path = api.describedAt {
            add("served-document", "/describedAt") { probe throws(MissingFixture) in try ServedDocument(probe, path).dialogue() }
        }
    }
}
