import CharterRuntime

/// What a filter can be asked for, and what of the list it leaves then.
struct FilterChoice {
    let request: EndpointRequest
    /// The values, for people.
    let what: String
    /// Whether an item is left; nil where the contract does not say it.
    let keeps: (JSONValue) -> Bool?

    /// Takes the list that comes: each item that has to be left comes, and none that must not.
    ///
    /// - Parameter isWhole: Whether there are no other items than those.
    func judge(
        of all: [JSONValue],
        isWhole: Bool = false,
        _ probe: EndpointProbe,
        _ conversation: Conversation,
        judgesTotal: Bool
    ) async throws {
        let list = try await ListedItems(request, conversation)
        let found = list.items
        if let stranger = found.first(where: { keeps($0) == false }) {
            throw conversation.fail(request, "an item came that \(what) does not leave: \(stranger.shortText)")
        }
        let wanted = all.filter { keeps($0) == true }
        if let fault = LeftItems(wanted, in: probe).fault(in: found, isComplete: list.isComplete) {
            throw conversation.fail(request, fault)
        }
        if isWhole, LeftItems(found, in: probe).fault(in: all, isComplete: true) != nil {
            throw conversation.fail(request, "\(found.count) items came, of which the list without \(what) has not all")
        }
        if judgesTotal, wanted.count < all.count, all.allSatisfy({ keeps($0) != nil }) {
            try await conversation.judgeTotal(of: request, found.count, of: all.count)
        }
        if found.isEmpty, let paging = probe.endpoint.paging {
            try await conversation.reply(to: request, expecting: EmptyPage(paging: paging, success: probe.endpoint.success))
        }
    }
}

extension Conversation {
    /// The total counts what a filter leaves, or all items, as is documented.
    func judgeTotal(of request: EndpointRequest, _ found: Int, of all: Int) async throws {
        guard let paging = request.endpoint.paging, paging.members.total != nil, found < paging.pageSize.maximum,
            all < paging.pageSize.maximum
        else { return }
        let reply = try await reply(to: request)
        guard let total = PageReading(reply, paging: paging)?.total else { return }
        // What a total of all counts, no list need show: others of its parameters may have left something out.
        let isTrue = paging.counts == .matching ? total == found : total >= all
        guard isTrue else { throw fail(request, "its total is \(total), and not \(paging.counts == .matching ? found : all)") }
    }
}
