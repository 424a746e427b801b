import CharterRuntime
import HTTPTypes

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
        if !api.responseHeaders.isEmpty { addCommonFields() }
        if let path = api.describedAt {
            add("served-document", "/describedAt") { probe throws(MissingFixture) in try ServedDocument(probe, path).dialogue() }
        }
    }

    /// The header fields of every reply stand also on those that no other check judges.
    private mutating func addCommonFields() {
        func add(_ kind: String, _ change: @escaping @Sendable (EndpointProbe, inout EndpointRequest) throws(MissingFixture) -> Void) {
            self.add("common-header-fields/\(kind)", "/responses/headers") { probe throws(MissingFixture) in
                var request = try probe.request()
                try change(probe, &request)
                return SingleExchange(request, expecting: CommonFields(of: probe.api))
            }
        }
        add("options") { _, request throws(MissingFixture) in
            request.endpoint.method = .options
            request.body = nil
        }
        add("preflight") { probe, request throws(MissingFixture) in
            request.endpoint.method = .options
            request.body = nil
            try request.fill("Origin", "https://elsewhere.example")
            try request.fill("Access-Control-Request-Method", probe.endpoint.method.rawValue)
        }
        if endpoint.method == .get {
            add("head") { _, request throws(MissingFixture) in request.endpoint.method = .head }
        }
        if let path = api.describedAt, path.hasPrefix("/") {
            add("served-document") { _, request throws(MissingFixture) in
                request.endpoint.path = APIDescription.PathTemplate(path)
                request.endpoint.method = .get
                request.body = nil
            }
        }
        guard let versioning = api.versioning else { return }
        // Nobody calls, so that all but open endpoints refuse.
        for version in versioning.older where !endpoint.auth.isOpen {
            add("refused/\(version)") { _, request throws(MissingFixture) in try request.fill(versioning.header, version) }
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
