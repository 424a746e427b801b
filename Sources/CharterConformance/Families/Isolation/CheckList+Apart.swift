import CharterRuntime
import HTTPTypes

extension CheckList {
    /// That what one tenant writes or makes is its own.
    mutating func addApart() {
        guard endpoint.requestBody?.media.contains(.json) == true else { return }
        switch endpoint.method {
        case .put, .patch: addWritten()
        case .post where endpoint.success.status == 201: addMade()
        default: break
        }
    }

    /// At a place that each tenant has: one without an id, or with a name under which each makes a thing of its own.
    private mutating func addWritten() {
        let own = index.tenantsOwnParameters(of: endpoint).filter { !isTenant($0) && !isMade($0) }
        let reader = index.endpoints(at: endpoint.path.segments).first { $0.method == .get && $0.paging == nil && $0.tenancy == .tenant }
        guard own.isEmpty, let reader else { return }
        add("kept-apart", "/tenancy/foreign", leaving: .data) { probe throws(MissingFixture) in
            try KeptApart(probe, reader).dialogue()
        }
    }

    private mutating func addMade() {
        if let reader = readerOfCreated, reader.tenancy == .tenant, isOwn(reader) {
            add("made-unseen", "/tenancy/foreign", leaving: .data) { probe throws(MissingFixture) in
                try MadeUnseen(probe).notFound(by: reader)
            }
        }
        if let list = listOfCreated?.list, list.tenancy == .tenant {
            add("made-unlisted", "/tenancy/foreign", leaving: .data) { probe throws(MissingFixture) in
                try MadeUnseen(probe).notListed(by: list)
            }
        }
    }

    /// Whether what is shown is the tenant's own, and not shared under another path.
    private func isOwn(_ reader: APIDescription.Endpoint) -> Bool {
        guard case .parameter(let name)? = reader.path.segments.last else { return false }
        return index.tenantsOwnParameters(of: reader).contains(name)
    }

    /// Where tenants do not matter, nobody asks whether one is suspended.
    mutating func addSuspendedElsewhere() {
        guard api.tenancy?.suspendedStatus != nil, api.callers(of: endpoint).contains(where: { !$0.opensEveryTenant }) else { return }
        addCall("suspended-tenant-served", "tenancy") { probe throws(MissingFixture) in try ForeignCalls(probe).ofSuspendedElsewhere() }
    }
}
