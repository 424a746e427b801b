import CharterRuntime

/// Where the parts of a reply stand in its body, worked out once for each endpoint.
indirect enum ReplyShape: Sendable {
    /// An object and its members, in their order.
    case object([Member])
    /// A part of the reply.
    case part(Part)

    /// A member of an object.
    struct Member: Sendable {
        let name: String
        var shape: ReplyShape
    }

    /// What a body is put together from.
    enum Part: Hashable, Sendable {
        /// What the handler answers: a value, or the items of a page.
        case result
        case total, hasMore, pageSize, offset, page, pages, next, previous
        /// What a convention adds.
        case fact(APIDescription.ResponseValue)
    }

    /// The shape of an endpoint's replies: the result first, then what tells of its page, then what the envelope adds, by name.
    init(_ endpoint: APIDescription.Endpoint, in api: APIDescription) {
        let places: [(Part, String?)]
        if let members = endpoint.paging?.members {
            places = [
                (.result, members.items), (.total, members.total), (.hasMore, members.hasMore), (.pageSize, members.pageSize),
                (.offset, members.offset), (.page, members.page), (.pages, members.pages), (.next, members.next),
                (.previous, members.previous),
            ]
        } else {
            let isList = endpoint.success.body.map { api.element(ofListIn: $0) != nil } ?? false
            places = [(.result, isList ? endpoint.envelope?.list : endpoint.envelope?.single)]
        }
        guard places[0].1 != nil else {
            self = .part(.result)
            return
        }
        let extras = (endpoint.envelope?.extras ?? [:]).sorted { $0.key < $1.key }.map { (Part.fact($1), String?.some($0)) }
        self = .object([])
        for (part, path) in places + extras {
            if let path { put(part, at: MemberPath(path).names) }
        }
    }

    private mutating func put(_ part: Part, at path: ArraySlice<String>) {
        guard let name = path.first else { return self = .part(part) }
        guard case .object(var members) = self else { return }
        let index = members.firstIndex { $0.name == name } ?? members.count
        if index == members.count { members.append(Member(name: name, shape: .object([]))) }
        members[index].shape.put(part, at: path.dropFirst())
        self = .object(members)
    }

    /// Whether a part stands anywhere in the body.
    func has(_ part: Part) -> Bool {
        switch self {
        case .object(let members): members.contains { $0.shape.has(part) }
        case .part(let own): own == part
        }
    }
}
