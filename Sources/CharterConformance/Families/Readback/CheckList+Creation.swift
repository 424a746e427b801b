import CharterRuntime
import HTTPTypes

extension CheckList {
    /// What was made is as it was sent, has what a new thing has, and is found.
    mutating func addCreation() {
        // What answers 200 has done something with a thing that was there.
        guard let body = endpoint.requestBody, [201, 202].contains(endpoint.success.status), let made = objectBody else { return }
        if let sent = api.properties(of: body.schema) { addFields(sent, of: made) }
        addUnsettable(made)
        for property in made where property.initialValue != nil {
            add("initial/\(property.name)", "returns", leaving: .data) { probe throws(MissingFixture) in
                try Creation(probe).initial(property)
            }
        }
        if let reader = readerOfCreated {
            add("created-is-found", "returns", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).found(by: reader) }
            if endpoint.success.status == 201, api.properties(of: body.schema)?.contains(where: { !$0.isRequired }) == true {
                add("bare-is-found", "takes", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).bare(foundBy: reader) }
            }
        }
        if let location = endpoint.success.location {
            add("location", "location", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).located(at: location) }
        }
        let deleter = index.endpoints(at: endpoint.path.segments + [.parameter("")]).first { $0.method == .delete }
        if deleter != nil, !endpoint.failuresOfTakenValues.isEmpty {
            add("made-again", "fails", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).again() }
        }
        if let (list, members) = listOfCreated {
            add("created-is-listed", "returns", leaving: .data) { probe throws(MissingFixture) in
                try Creation(probe).listed(by: list, toldBy: members)
            }
        }
    }

    /// What is sent of a new thing and comes back.
    private mutating func addFields(_ sent: [APIDescription.Property], of made: [APIDescription.Property]) {
        let kept = sent.filter { field in made.contains { $0.name == field.name } }
        guard !kept.isEmpty else { return }
        add("created-as-sent", "returns", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).asSent() }
        if kept.contains(where: { !$0.isRequired || api.element(ofListIn: $0.schema) != nil }) {
            add("whole-as-sent", "takes", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).wholeAsSent() }
        }
        if kept.contains(where: { $0.isPlainText(in: api) }) {
            add("texts-as-sent", "returns", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).textsAsSent() }
        }
        if kept.contains(where: { $0.longestPlainText(in: api) != nil }) {
            add("longest-as-sent", "returns", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).longestAsSent() }
        }
        if kept.contains(where: { $0.isFractional(in: api) }) {
            add("numbers-as-sent", "returns", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).numbersAsSent() }
        }
        if kept.contains(where: { $0.nothingButText(in: api) != nil }) {
            add("nothing-as-sent", "takes", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).nothingAsSent() }
        }
        if kept.contains(where: { api.unsortedList(of: $0.schema) != nil }) {
            add("lists-as-sent", "returns", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).listsAsSent() }
        }
        if kept.contains(where: { api.mapOfOddNames(of: $0.schema) != nil }) {
            add("names-as-sent", "takes", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).namesAsSent() }
        }
        for field in kept {
            guard case .union(let tag, let types)? = api.resolved(field.schema)?.schema else { continue }
            for type in types {
                add("created-as-sent/\(field.name)/\(type.tag)", "takes", leaving: .data) { probe throws(MissingFixture) in
                    try Creation(probe).asSent(field, as: type, toldBy: tag)
                }
            }
        }
        for field in kept where !field.isRequired && field.defaultValue != nil {
            // What a new thing has is stated of what comes back, and looked for there.
            guard made.contains(where: { $0.name == field.name && $0.initialValue == nil }) else { continue }
            add("default/\(field.name)", "takes", leaving: .data) { probe throws(MissingFixture) in
                try Creation(probe).standing(for: field)
            }
        }
        for field in kept where api.resolved(field.schema)?.isNullable == true && showsNull(of: field) {
            guard endpoint.requestBody?.media.contains(.json) == true else { continue }
            add("created-null/\(field.name)", "takes", leaving: .data) { probe throws(MissingFixture) in
                try Creation(probe).null(field)
            }
        }
    }

    /// Whether what comes back can tell that a field was sent as null: it is null there, or absent.
    func showsNull(of field: APIDescription.Property) -> Bool {
        guard let shown = objectBody?.first(where: { $0.name == field.name }) else { return false }
        return !shown.isRequired || api.resolved(shown.schema)?.isNullable == true
    }

    /// The endpoint that shows what was made: its path is that of the list with one more parameter, or the one that `Location` has.
    var readerOfCreated: APIDescription.Endpoint? {
        let path = endpoint.success.location?.segments ?? endpoint.path.segments + [.parameter("")]
        guard let last = path.last, last.literal == nil else { return nil }
        return index.endpoints(at: path).first { reader in
            guard reader.method == .get, reader.paging == nil else { return false }
            return reader.success.body == endpoint.success.body
                || !api.sharedProperties(endpoint.requestBody?.schema, reader.success.body).isEmpty
        }
    }

    /// The list that has what was made, of which it may show less than others do, with the members by which its items are told.
    var listOfCreated: (list: APIDescription.Endpoint, members: [String])? {
        let names = api.identityNames(of: endpoint, index)
        for list in index.endpoints(at: endpoint.path.segments) where list.method == .get {
            guard let item = list.item(in: api), let items = list.listedProperties(in: api) else { continue }
            if item == endpoint.success.body { return (list, names) }
            let shared = api.sharedProperties(endpoint.success.body, item).map(\.name)
            let members = names.filter { name in shared.contains(name) && items.contains { $0.name == name && $0.isRequired } }
            if let first = members.first { return (list, [first]) }
        }
        return nil
    }
}
