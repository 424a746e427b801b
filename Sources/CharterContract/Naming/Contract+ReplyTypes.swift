extension Contract {
    /// The types of replies that are more than their bodies, each at the id of its endpoint.
    var replyTypes: [Located<String>] {
        endpoints.filter { !$0.details.gives.isEmpty || !$0.returns.otherStatuses.isEmpty }.map { $0.id.map(SwiftIdentifier.replyType) }
    }
}
