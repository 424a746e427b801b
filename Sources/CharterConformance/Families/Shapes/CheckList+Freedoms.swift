import CharterRuntime

extension CheckList {
    /// What a caller may choose: to leave out what is optional, and each value of an enumeration.
    mutating func addFreedoms(of body: APIDescription.RequestBody) {
        guard body.media.contains(.json) else { return }
        let sites = BodySite.all(in: body.schema, of: api).filter { !$0.isInvented }
        // Whatever a change lacks it leaves as it is, and checks of changes send one field at a time.
        if body.patch == nil {
            let maps = Set(sites.filter { isMap($0.schema) }.map(\.steps))
            // What a map has is no member that is documented.
            let optional = sites.filter { $0.isOptionalMember && !maps.contains(Array($0.steps.dropLast())) }
            for site in optional {
                addCall("without/\(site.name)", "takes") { probe throws(MissingFixture) in
                    let request = try BodyChange(probe).request(with: nil, at: site)
                    return SingleExchange(request, expecting: DocumentedResult(NotInvalid(in: probe.api, at: site.place), of: probe))
                }
            }
            if optional.count > 1 {
                addCall("required-alone", "takes") { probe throws(MissingFixture) in
                    let least = try probe.content().lacking(optional.filter(\.variants.isEmpty))
                    return SingleExchange(
                        try probe.sufficientRequest(with: least),
                        expecting: DocumentedResult(NotInvalid(in: probe.api), of: probe)
                    )
                }
            }
        }
        for site in sites {
            guard case .enumeration(let values, _)? = api.resolved(site.schema)?.schema, values.count > 1 else { continue }
            addCall("each-value/\(site.name)", "takes") { probe throws(MissingFixture) in
                try EachValue(probe, site, values).dialogue()
            }
        }
    }
}

extension BodySite {
    /// Whether it is a member that a caller may leave out.
    fileprivate var isOptionalMember: Bool {
        guard !isRequired, case .member? = steps.last else { return false }
        return true
    }
}

extension JSONValue {
    /// The value without what stands at some places.
    fileprivate func lacking(_ sites: [BodySite]) -> JSONValue {
        // What was in something that is gone is gone.
        sites.reduce(self) { $0.setting(nil, at: $1.steps) ?? $0 }
    }
}
