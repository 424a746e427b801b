import CharterRuntime

/// Reads a list in small pages and compares each with the same stretch of the list read in large ones.
struct WholeWalk: Procedure {
    /// Items to read in small pages; behind them pages are large, so that a walk takes about twenty requests.
    private static let smallStretch = 12

    let request: EndpointRequest
    let paging: APIDescription.Paging
    /// What comes of a position behind the end where that is refused.
    let refusal: Refusal
    /// What each page looks like, the last one too.
    let shape: DocumentedBody

    func carryOut(through exchanger: Exchanger) async throws(MissingFixture) -> Observation {
        try await Dialogue(request, expecting: expected) { conversation in
            "\(try await judgeAll(conversation)) items, each at its place"
        }.carryOut(through: exchanger)
    }

    /// Reads the list in both ways.
    ///
    /// - Returns: How many items it has.
    func judgeAll(_ conversation: Conversation) async throws -> Int {
        let reader = PageReader(request: request, paging: paging, exchanger: conversation.exchanger, shape: shape)
        let list = try await WholeList(reader)
        try await judgeBeginning(list, reader)
        try await judgePlain(list, reader)
        // Also a list of nothing or of one says how much it has.
        for stretch in list.stretches { try judge(stretch, of: list, reader) }
        guard list.items.count >= 2 else {
            throw MissingFixture("a list of at least 2 items for the first tenant; this one has \(list.items.count)")
        }
        if let fault = ItemOrder(paging.orderedBy).fault(in: list.items) { throw conversation.fail(request, fault) }
        _ = try await walk(list, reader)
        try await judgeFullPage(list, reader)
        try await judgeRest(list, reader)
        try await judgeExactEnd(list, reader)
        return list.items.count
    }

    /// Where no page is empty, or each says itself whether more follow, one that has all items and no place for more is the last.
    private func judgeFullPage(_ list: WholeList, _ reader: PageReader) async throws {
        let size = list.items.count
        guard paging.endsWithItems || paging.members.hasMore != nil, list.isComplete, paging.pageSize.parameter != nil,
            (paging.pageSize.minimum...paging.pageSize.maximum).contains(size)
        else { return }
        var stretch = ListStretch(start: 0, size: size, spot: paging.start)
        stretch.page = try await reader.page(size: size, at: paging.start)
        try judge(stretch, of: list, reader)
    }

    /// A list that seems to be empty has no item in a small page either: a server may count its pages from another number than it says.
    private func judgeBeginning(_ list: WholeList, _ reader: PageReader) async throws {
        guard list.items.isEmpty, paging.pageSize.parameter != nil else { return }
        var stretch = ListStretch(start: 0, size: size(at: 0, isOdd: true), spot: paging.start)
        stretch.page = try await reader.page(size: stretch.size, at: stretch.spot)
        guard let count = stretch.page?.items.count, count > 0 else { return }
        throw stretch.fault("it has an item, and a page of size \(paging.pageSize.maximum) has none", reader)
    }

    /// What comes to a request that says nothing of pages is the first one, of the default size, and as true in what it says of itself.
    private func judgePlain(_ list: WholeList, _ reader: PageReader) async throws {
        guard paging.pageSize.parameter != nil else { return }
        var stretch = ListStretch(start: 0, size: paging.pageSize.defaultValue, spot: paging.start)
        stretch.page = try await reader.page(of: request)
        guard let fault = stretch.fault(in: list, paging: paging) else { return }
        throw Departure(request: request, reason: "the first page, of the default size \(stretch.size): \(fault)")
    }

    /// Where pages are numbered, those of a size into which the list cannot be cut evenly have a last one that is not full.
    private func judgeRest(_ list: WholeList, _ reader: PageReader) async throws {
        guard case .page(_, let first) = paging.position, !paging.members.inLinkHeader, list.isComplete,
            paging.pageSize.parameter != nil
        else { return }
        let (count, bounds) = (list.items.count, paging.pageSize)
        let sizes = max(2, bounds.minimum)..<max(2, bounds.minimum, min(count, bounds.maximum + 1))
        guard let size = sizes.first(where: { count % $0 != 0 }) else { return }
        for number in [0, count / size] {
            var stretch = ListStretch(start: number * size, size: size, spot: .page(first + number))
            stretch.page = try await reader.page(size: size, at: stretch.spot)
            try judge(stretch, of: list, reader)
        }
    }

    /// A page that is full and ends where the list does is the last one.
    private func judgeExactEnd(_ list: WholeList, _ reader: PageReader) async throws {
        let (count, size) = (list.items.count, max(1, paging.pageSize.minimum))
        guard list.isComplete, paging.pageSize.parameter != nil, !paging.members.inLinkHeader, count > size else { return }
        let start = count - size
        let spot: PageSpot? =
            switch paging.position {
            case .offset: .offset(start)
            case .page(_, let first): count.isMultiple(of: size) ? .page(first + count / size - 1) : nil
            case .after(_, let field, _): list.items[start - 1].member(at: field)?.parameterText.map(PageSpot.after)
            case .cursor, .url, .first: nil
            }
        guard let spot else { return }
        var stretch = ListStretch(start: start, size: size, spot: spot)
        stretch.page = try await reader.page(size: size, at: spot)
        try judge(stretch, of: list, reader)
    }

    private var expected: String {
        let ending =
            switch (paging.end(of: 1, size: 1), paging.pastEnd) {
            case (nil, _): ""
            case (_?, .emptyPage): ", and an empty page behind the end"
            case (_?, .reject): ", and a refusal behind the end"
            }
        return "small pages that together are the list, each true in what it says of it\(ending)"
    }

    private func walk(_ list: WholeList, _ reader: PageReader) async throws -> EndpointRequest {
        var last = ListStretch(start: 0, size: size(at: 0, isOdd: true), spot: paging.start)
        var next: PageSpot? = last.spot
        var position = 0
        var isOdd = true
        while position < list.items.count, position < Self.smallStretch || canGrow {
            guard let spot = next else { throw last.fault("it is the last, after \(position) of \(list.items.count) items", reader) }
            last = ListStretch(start: position, size: size(at: position, isOdd: isOdd), spot: spot)
            last.page = try await reader.page(size: last.size, at: spot)
            try judge(last, of: list, reader)
            position += last.page?.items.count ?? 0
            next = last.page.flatMap { paging.spot(behind: $0, at: spot, size: last.size) }
            isOdd.toggle()
        }
        // Only the end of a list that was read to its end is known.
        guard list.isComplete else { return reader.request(size: last.size, at: last.spot) }
        return try await walkBehind(list, next: position < list.items.count ? nil : next, last, reader)
    }

    /// Asks for what follows the last item, as far as a request can.
    private func walkBehind(
        _ list: WholeList,
        next: PageSpot?,
        _ last: ListStretch,
        _ reader: PageReader
    ) async throws -> EndpointRequest {
        let size = paging.pageSize.parameter == nil ? paging.pageSize.defaultValue : paging.pageSize.minimum
        guard let spot = paging.end(of: list.items.count, size: size) ?? next else {
            return reader.request(size: last.size, at: last.spot)
        }
        let request = reader.request(size: size, at: spot)
        if paging.pastEnd == .reject, paging.end(of: list.items.count, size: size) != nil {
            let faults = refusal.faults(in: try await reader.reply(to: request), to: request)
            if !faults.isEmpty { throw Departure(request: request, reason: faults.joined(separator: "; ")) }
            return request
        }
        var stretch = ListStretch(start: list.items.count, size: size, spot: spot)
        stretch.page = try await reader.page(size: size, at: spot)
        try judge(stretch, of: list, reader)
        return request
    }

    private func judge(_ stretch: ListStretch, of list: WholeList, _ reader: PageReader) throws {
        if let reason = stretch.fault(in: list, paging: paging) { throw stretch.fault(reason, reader) }
    }

    /// Whether pages may be of different sizes in one walk.
    private var canGrow: Bool {
        if paging.pageSize.parameter == nil { return true }
        return switch paging.position {
        case .offset, .cursor, .after: !paging.members.inLinkHeader
        case .page, .url, .first: false
        }
    }

    /// The size of the next page.
    ///
    /// Offsets take turns in size, so that they are no multiples of it: a server that counts in pages rather than items repeats itself.
    private func size(at position: Int, isOdd: Bool) -> Int {
        let size = paging.pageSize
        if size.parameter == nil { return size.defaultValue }
        if canGrow, position >= Self.smallStretch { return size.maximum }
        if case .offset = paging.position, !isOdd { return min(max(1, size.minimum) + 1, size.maximum) }
        return max(1, size.minimum)
    }
}
