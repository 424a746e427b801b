import CharterRuntime
import HTTPTypes

/// Asks the own list for what belongs to things of another tenant.
struct ForeignFilter {
    /// More values are not asked for.
    private static let most = 3

    private let probe: EndpointProbe
    private let filter: StatedFilter

    init(_ probe: EndpointProbe, _ filter: StatedFilter) {
        (self.probe, self.filter) = (probe, filter)
    }

    /// Whether the filter asks by what names something, and not by a value that items of all tenants may have.
    static func canTell(_ filter: StatedFilter, in api: APIDescription) -> Bool {
        guard filter.comparisons.contains(where: { [.equal, .any, .all].contains($0.relation) }),
            case .string(let format, _, let pattern)? = api.resolved(api.element(ofListIn: filter.input.schema) ?? filter.input.schema)?
                .schema
        else { return false }
        return pattern != nil || format == .uuid || format.uuidVersion != nil
    }

    /// Values that items of the other tenant alone have leave nothing of the own list, or are refused.
    func dialogue() throws(MissingFixture) -> Dialogue {
        let foreigner = try probe.foreigner()
        let (own, foreign) = (try StatedFilterBase(filter, probe), try StatedFilterBase(filter, try probe.abroad()))
        let expected = "nothing of \(foreigner), whatever \(filter.name) asks for"
        return Dialogue(own.request, expecting: expected) { conversation in
            let list = try await ListedItems(own.request, conversation)
            guard own.isAll, list.isComplete else { throw MissingFixture(unfit: "the own list is not known to its end") }
            let ours = list.items
            let theirs = try await ListedItems(foreign.request, conversation).items
            let values = filter.candidates(in: theirs, probe).filter { texts in
                theirs.contains { filter.keeps($0, texts) == true } && ours.allSatisfy { filter.keeps($0, texts) == false }
            }
            guard !values.isEmpty else {
                throw MissingFixture("an item in the list of the second tenant with a \(filter.name) that no item of the first one has")
            }
            var asked = 0
            for texts in values.prefix(Self.most) {
                let request = try filter.choice(texts, probe).request
                let reply = try await conversation.reply(to: request)
                // What names nothing of the own may also be refused.
                if (400..<500).contains(reply.head.status.code) { continue }
                try conversation.judge(reply, to: request, Acceptance(of: probe.endpoint))
                asked += 1
                guard let item = try ListedItems.items(in: reply, to: request, conversation).first else { continue }
                throw conversation.fail(request, "an item came that the list without \(filter.name) has not: \(item.shortText)")
            }
            guard asked > 0 else { throw MissingFixture("a \(filter.name) of the second tenant that the first one may ask for") }
            return "\(asked) values of \(foreigner)'s leave nothing"
        }
    }
}
