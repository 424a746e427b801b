import CharterRuntime

extension Deletion {
    /// What was deleted is in the list no more.
    func unlisted(by list: APIDescription.Endpoint) throws(MissingFixture) -> Dialogue {
        let deletion = try probe.sufficientRequest()
        guard case .parameter(let name)? = probe.endpoint.path.segments.last, let value = deletion.path[name] else {
            throw MissingFixture("an endpoint that deletes one thing")
        }
        var listing = try probe.at(list).sufficientRequest()
        listing.takePath(from: deletion)
        let request = listing
        return Dialogue(deletion, expecting: "\(list.id) has it no more") { conversation in
            let before = try await ListedItems(request, conversation)
            guard let member = before.memberNaming(value, rather: [name, "id"]) else {
                throw MissingFixture("an item of \(list.id) that is \(value), which \(probe.endpoint.id) deletes")
            }
            _ = try await conversation.groundwork(deletion, "which deletes something")
            let after = try await ListedItems(request, conversation)
            guard !after.items.contains(where: { $0[member]?.parameterText == value }) else {
                throw conversation.fail(request, "an item still has the \(member) \(value)")
            }
            return "\(after.items.count) items, and \(before.items.count) before"
        }
    }
}

extension ListedItems {
    /// The member by which one item, and no other, is told by a text; nil where there is none.
    ///
    /// - Parameter names: Members that rather do so than others.
    fileprivate func memberNaming(_ text: String, rather names: [String]) -> String? {
        var members = names
        if case .object(let first)? = items.first { members += first.keys.sorted() }
        return members.first { member in items.count { $0[member]?.parameterText == text } == 1 }
    }
}
