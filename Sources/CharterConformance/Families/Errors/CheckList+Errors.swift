import CharterRuntime
import HTTPTypes

extension CheckList {
    /// That each documented failure is there, and looks as documented.
    ///
    /// What follows from the conventions of requests is looked for by the checks of those conventions.
    mutating func addErrorChecks() {
        addVersions()
        for parameter in endpoint.pathParameters where canBeUnknown(parameter) {
            add("not-found/\(parameter.name)", "path/\(parameter.name)") { probe throws(MissingFixture) in
                try UnknownThings(probe).named(in: parameter)
            }
        }
        for failure in endpoint.failures {
            let isAmbiguous = endpoint.failures.filter { $0.code == failure.code }.count > 1
            let suffix = isAmbiguous ? "\(failure.code)/\(failure.status)" : failure.code
            add("failure/\(suffix)", "fails/\(failure.status)", leaving: .data) { probe throws(MissingFixture) in
                try OwnFailure(probe, failure).procedure()
            }
            guard let reader = readerOfThing else { continue }
            add("failure-without-effect/\(suffix)", "fails/\(failure.status)", leaving: .data) { probe throws(MissingFixture) in
                try OwnFailure(probe, failure).changesNothing(shownBy: reader)
            }
        }
        if let header = api.responseHeaders.first(where: { $0.value == .requestID })?.key, endpoint.method == .get || isFirst {
            add("request-ids-differ", "/responses/headers/\(header)") { probe throws(MissingFixture) in
                try RequestIDs(probe, header).dialogue()
            }
        }
        // What holds of the API as a whole is tried at its first endpoint.
        guard isFirst else { return }
        add("unknown-path", "/errors") { probe throws(MissingFixture) in try UnknownThings(probe).path(as: probe.sufficientRequest()) }
        add("unknown-path-without-credential", "/errors") { probe throws(MissingFixture) in
            try UnknownThings(probe).path(as: EndpointRequest(probe.endpoint))
        }
    }

    /// The endpoint that shows the thing which the endpoint changes, deletes or acts on.
    private var readerOfThing: APIDescription.Endpoint? {
        guard let path = endpoint.placeOfThing, let last = path.last, last.literal == nil else { return nil }
        return index.endpoints(at: path).first { $0.method == .get && $0.paging == nil && api.properties(of: $0.success.body) != nil }
    }

    private var isFirst: Bool { endpoint.id == api.endpoints.first?.id }

    private mutating func addVersions() {
        guard let versioning = api.versioning else { return }
        if versioning.missing == .reject {
            add("missing-version", "/versioning") { probe throws(MissingFixture) in try VersionChoice(probe, versioning).missing() }
        } else {
            addCall("missing-version", "/versioning") { probe throws(MissingFixture) in try VersionChoice(probe, versioning).missing() }
        }
        add("unknown-version", "/versioning") { probe throws(MissingFixture) in try VersionChoice(probe, versioning).unknown() }
        for version in versioning.older {
            addCall("older-version/\(version)", "/versioning/older") { probe throws(MissingFixture) in
                try VersionChoice(probe, versioning).older(version)
            }
        }
    }

    /// Whether a value that nothing has is answered as not found: what is put comes to be, and what is gone may be deleted.
    func canBeUnknown(_ parameter: APIDescription.Parameter) -> Bool {
        api.canBeUnknown(parameter, at: endpoint)
    }
}
