import CharterContract

/// The checks that an endpoint's conventions call for: the rule of `ConformanceSuite.checks(of:in:)`, read from the contract.
///
/// The generator links nothing of the network, so it cannot ask the suite; a test holds the two lists together.
extension ConformanceCheck {
    /// The checks of an endpoint, in the order of the suite.
    package static func checks(of endpoint: ResolvedEndpoint, in api: ResolvedAPI) -> [ConformanceCheck] {
        credentials(endpoint) + scopes(endpoint, api) + isolation(endpoint, api) + paging(endpoint) + [responseShape(endpoint)]
    }

    private static func credentials(_ endpoint: ResolvedEndpoint) -> [ConformanceCheck] {
        guard let credential = endpoint.credential else { return [] }
        let allowed = Set(endpoint.keyKinds.map(\.name))
        return [
            ConformanceCheck("missing-credential", "answers 401 without a key"),
            ConformanceCheck("malformed-credential", "answers 401 to a malformed key"),
            ConformanceCheck("unknown-credential", "answers 401 to an unknown key"),
        ]
            + credential.kinds.filter { !allowed.contains($0.name) }.map { kind in
                ConformanceCheck("insufficient-kind", of: kind.name, "answers 403 to a key of kind \(kind.name)")
            }
    }

    private static func scopes(_ endpoint: ResolvedEndpoint, _ api: ResolvedAPI) -> [ConformanceCheck] {
        guard endpoint.credential != nil, let needed = endpoint.scope else { return [] }
        let holdable = api.scopes.map(\.name).filter { scope in endpoint.keyKinds.contains { $0.holds.contains(scope) } }
        let insufficient = holdable.filter { !api.scope($0, satisfies: needed) }.map { scope in
            ConformanceCheck("insufficient-scope", of: scope, "answers 403 to a key that holds only \(scope)")
        }
        let sufficient = holdable.filter { api.scope($0, satisfies: needed) }.map { scope in
            ConformanceCheck("sufficient-scope", of: scope, "accepts a key that holds only \(scope)")
        }
        return insufficient + sufficient
    }

    private static func isolation(_ endpoint: ResolvedEndpoint, _ api: ResolvedAPI) -> [ConformanceCheck] {
        guard endpoint.credential != nil, let tenancy = api.tenancy, endpoint.path.parameters.contains(tenancy.parameter) else { return [] }
        return [ConformanceCheck("foreign-tenant", "answers \(tenancy.foreignStatus) to a key of another \(tenancy.name)")]
    }

    private static func paging(_ endpoint: ResolvedEndpoint) -> [ConformanceCheck] {
        guard let paging = endpoint.paging else { return [] }
        let (size, offset) = (paging.pageSizeParameter, paging.offsetParameter)
        func page(_ name: String, of count: Int, for question: String?) -> ConformanceCheck {
            let items = count == 1 ? "item" : "items"
            return ConformanceCheck(name, "lists at most \(count) \(items) \(question.map { "for \($0)" } ?? "by default")")
        }
        func bound(_ name: String, _ value: Int, _ outcome: Pagination.OutOfRange, nearest: Int) -> ConformanceCheck {
            switch outcome {
            case .reject: ConformanceCheck(name, "answers 400 to \(size)=\(value)")
            case .clamp: page(name, of: nearest, for: "\(size)=\(value)")
            }
        }
        let maximum = paging.maximumPageSize
        return [
            page("default-page-size", of: paging.defaultPageSize, for: nil),
            page("minimum-page-size", of: 1, for: "\(size)=1"),
            page("maximum-page-size", of: maximum, for: "\(size)=\(maximum)"),
            bound("page-size-below-minimum", 0, paging.below, nearest: 1),
            bound("page-size-above-maximum", maximum + 1, paging.above, nearest: maximum),
            ConformanceCheck("page-size-not-a-number", "answers 400 to \(size)=many"),
            ConformanceCheck("negative-offset", "answers 400 to \(offset)=-1"),
            ConformanceCheck("offset-not-a-number", "answers 400 to \(offset)=first"),
            ConformanceCheck("whole-walk", "pages through the whole list without loss or repetition"),
        ]
    }

    private static func responseShape(_ endpoint: ResolvedEndpoint) -> ConformanceCheck {
        let body = endpoint.success.body == nil ? "without a body" : "with the documented body"
        return ConformanceCheck("response-shape", "answers \(endpoint.success.status) \(body)")
    }
}

extension ScopeNames {
    /// Whether the set has a scope of that name.
    fileprivate func contains(_ scope: String) -> Bool {
        switch self {
        case .all: true
        case .only(let names): names.contains(scope)
        }
    }
}
