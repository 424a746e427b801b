import CharterRuntime

extension CheckList {
    /// Which of several faults decides the answer: each is tried together with the next one in the documented order that a request can have with it.
    mutating func addOrderChecks() {
        if api.versioning?.missing == .reject, !endpoint.auth.isOpen {
            add("version-before-credentials", "/requests/order") { probe throws(MissingFixture) in
                var request = try probe.request()
                ParameterPlace.header.remove(probe.api.versioning?.header ?? "", from: &request)
                return SingleExchange(request, expecting: probe.refusal(.versionMissing))
            }
        }
        let faults = api.requests.order.compactMap { OrderFault($0, of: endpoint, in: api) }
        for (index, first) in faults.enumerated() {
            guard let second = faults.dropFirst(index + 1).first(where: { first.canStandBeside($0, in: api) }) else { continue }
            add("\(first.stage.rawValue)-before-\(second.stage.rawValue)", "/requests/order") { probe throws(MissingFixture) in
                try FaultPair(first, second, probe).exchange()
            }
        }
    }
}
