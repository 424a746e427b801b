import CharterRuntime

extension CallID {
    /// The call that a request makes; nil where it has no key, or its endpoint no such convention.
    ///
    /// A caller who lacks what a key is unique within, such as a person where a program calls, has keys unique within what it has: the person, the key, the tenant, in
    /// this order. So nobody gets the answer to a call of somebody else.
    init?(_ exchange: Exchange) {
        guard let convention = exchange.endpoint.idempotency, let key = exchange.idempotencyKey else { return nil }
        var hash = LengthPrefixedHash()
        hash.add([exchange.api.description.name, convention.name, key])
        for partition in convention.scope { hash.add(exchange.texts(of: partition)) }
        self.init(bytes: hash.bytes)
    }
}

extension Exchange {
    /// What tells a part of all calls from others: what it is, and its value.
    fileprivate func texts(of partition: APIDescription.Idempotency.Partition) -> [String] {
        guard partition != .endpoint else { return [partition.rawValue, endpoint.id] }
        for part in [partition, .user, .key, .tenant] {
            if let value = value(of: part) { return [part.rawValue, value] }
        }
        return []
    }

    private func value(of partition: APIDescription.Idempotency.Partition) -> String? {
        switch partition {
        case .tenant: tenant ?? caller.tenant
        case .key: caller.keyID
        case .user: caller.user
        case .endpoint: nil
        }
    }
}
