import CharterRuntime
import HTTPTypes

extension CheckList {
    /// That what was written is what is read: created things are found, changed fields have changed and only they, what was deleted is gone.
    mutating func addReadbackChecks() {
        switch endpoint.method {
        case .post: addCreation()
        case .put: addWriting()
        case .patch: addChange()
        case .delete: addDeletion()
        case .get: addShowing()
        default: break
        }
        addKeeping()
        addKeepingInList()
    }

    /// What is put at its own place: it is there as it was sent, and nothing of what stood there before.
    private mutating func addWriting() {
        guard let fields = api.properties(of: endpoint.requestBody?.schema) else { return }
        let reader = index.endpoints(at: endpoint.path.segments).first { $0.method == .get && $0.paging == nil }
        let body = reader?.success.body ?? endpoint.success.body
        if let shown = api.properties(of: body) {
            let kept = fields.filter { field in shown.contains { $0.name == field.name } }
            if !kept.isEmpty {
                add("written-as-sent", "takes", leaving: .data) { probe throws(MissingFixture) in try Writing(probe, reader).asSent() }
            }
            if kept.contains(where: { !$0.isRequired }) {
                add("written-anew", "takes", leaving: .data) { probe throws(MissingFixture) in try Writing(probe, reader).anew() }
            }
        }
        let statuses = [endpoint.success.status] + endpoint.success.otherStatuses
        guard statuses.contains(201), statuses.count > 1, case .parameter(let name)? = endpoint.path.segments.last,
            let parameter = endpoint.pathParameters.first(where: { $0.name == name })
        else { return }
        let deleter = index.endpoints(at: endpoint.path.segments).first { $0.method == .delete }
        add("made-by-writing", "returns", leaving: .data) { probe throws(MissingFixture) in
            try Writing(probe, reader).made(in: parameter, deleter: deleter)
        }
    }

    /// What a reply says of a thing that was written or acted on is what is shown of it.
    private mutating func addKeeping() {
        guard let body = endpoint.success.body, endpoint.success.status != 202, endpoint.method != .delete else { return }
        guard let path = endpoint.placeOfThing, path.last?.literal == nil,
            let reader = index.endpoints(at: path).first(where: { $0.method == .get && $0.paging == nil })
        else { return }
        var names: [String]?
        if reader.success.body != body {
            // What an action answers with may be about something else, of which the same words are said.
            guard endpoint.method != .post else { return }
            let shared = api.sharedProperties(body, reader.success.body).map(\.name)
            guard !shared.isEmpty else { return }
            names = shared
        }
        let told = endpoint.method == .post ? api.fieldsToldByAction(endpoint) : []
        if !told.isEmpty {
            add("acted-as-sent", "returns", leaving: .data) { probe throws(MissingFixture) in try Action(probe, told).asSent() }
        }
        add("kept", "returns", leaving: .data) { [names] probe throws(MissingFixture) in try Keeping(probe, reader, names).dialogue() }
    }

    /// What a list says of a thing is what is shown of it.
    private mutating func addShowing() {
        guard endpoint.paging == nil, case .parameter(let name)? = endpoint.path.segments.last, let list = listAround,
            let thing = ListedThing(named: name, in: list, as: endpoint, api)
        else { return }
        add("shown-as-listed", "returns") { probe throws(MissingFixture) in try thing.shown(by: probe) }
    }

    /// What a reply says of a thing that was changed or acted on is what the list says then.
    private mutating func addKeepingInList() {
        guard endpoint.success.status == 200, endpoint.method != .delete, let path = endpoint.placeOfThing,
            case .parameter(let name)? = path.last,
            let list = index.endpoints(at: path.dropLast()).first(where: { $0.method == .get && $0.listedProperties(in: api) != nil }),
            let thing = ListedThing(named: name, in: list, as: endpoint, api)
        else { return }
        // What an action answers with may be about something else, of which the same words are said.
        guard endpoint.method != .post || list.item(in: api) == endpoint.success.body else { return }
        add("listed-as-answered", "returns", leaving: .data) { probe throws(MissingFixture) in try thing.kept(by: probe) }
    }

    private mutating func addCreation() {
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
        for field in kept where api.resolved(field.schema)?.isNullable == true {
            guard endpoint.requestBody?.media.contains(.json) == true else { continue }
            add("created-null/\(field.name)", "takes", leaving: .data) { probe throws(MissingFixture) in
                try Creation(probe).null(field)
            }
        }
    }

    private mutating func addChange() {
        guard let body = endpoint.requestBody, let fields = api.properties(of: body.schema) else { return }
        if let made = objectBody { addUnsettable(made) }
        let reader = index.endpoints(at: endpoint.path.segments).first { $0.method == .get && $0.paging == nil }
        let change: @Sendable (EndpointProbe) -> Change = { Change($0, fields.map(\.name), reader) }
        let texts = fields.filter { $0.isText(in: api) }
        if !endpoint.failuresOfTakenValues.isEmpty, !texts.isEmpty {
            addChange("changed-to-its-own", "takes", change) { change throws(MissingFixture) in try change.toItsOwn(texts) }
        }
        guard let shown = api.properties(of: endpoint.success.body ?? reader?.success.body) else { return }
        for field in fields where shown.contains(where: { $0.name == field.name }) {
            if let nothing = field.nothing(in: api) {
                addChange("changed-to-nothing/\(field.name)", "takes", change) { change throws(MissingFixture) in
                    try change.changed(field, to: nothing)
                }
            }
            addChange("changed/\(field.name)", "takes", change) { change throws(MissingFixture) in try change.changed(field) }
            if body.patch == .merge, case .map(let element, let count)? = api.resolved(field.schema)?.schema, count.maximum ?? 2 > 1 {
                addChange("member-added/\(field.name)", "patch", change) { change throws(MissingFixture) in
                    try change.memberAdded(field, of: element, most: count.maximum ?? .max)
                }
            }
            if let members = api.properties(of: field.schema) { addParts(of: field, members, change) }
            addCases(of: field, change)
            if api.resolved(field.schema)?.isNullable == true {
                addChange("cleared/\(field.name)", "patch", change) { change throws(MissingFixture) in try change.cleared(field) }
            }
        }
    }

    /// An object inside, of which a change may speak in part.
    private mutating func addParts(
        of field: APIDescription.Property,
        _ members: [APIDescription.Property],
        _ change: @escaping @Sendable (EndpointProbe) -> Change
    ) {
        switch endpoint.requestBody?.patch {
        case .merge? where members.count > 1:
            addChange("part-changed/\(field.name)", "patch", change) { change throws(MissingFixture) in
                try change.partMerged(in: field, members)
            }
        case .replaceNested? where members.contains { !$0.isRequired }:
            addChange("part-replaced/\(field.name)", "patch", change) { change throws(MissingFixture) in
                try change.partReplaced(in: field, members)
            }
        default: break
        }
    }

    /// An object inside that is one of several types, each of which is replaced as a whole.
    private mutating func addCases(
        of field: APIDescription.Property,
        _ change: @escaping @Sendable (EndpointProbe) -> Change
    ) {
        guard case .union(let by, let cases)? = api.resolved(field.schema)?.schema else { return }
        for type in cases {
            addChange("changed/\(field.name)/\(type.tag)", "takes", change) { change throws(MissingFixture) in
                try change.changed(field, to: type, toldBy: by)
            }
        }
        guard endpoint.requestBody?.patch == .replaceNested else { return }
        for type in cases {
            guard let members = api.properties(of: type.schema), members.contains(where: { !$0.isRequired }) else {
                continue
            }
            addChange("part-replaced/\(field.name)/\(type.tag)", "patch", change) { change throws(MissingFixture) in
                try change.partReplaced(in: field, members, where: (by, type.tag))
            }
        }
    }

    private mutating func addChange(
        _ name: String,
        _ contract: String,
        _ change: @escaping @Sendable (EndpointProbe) -> Change,
        _ procedure: @escaping @Sendable (Change) throws(MissingFixture) -> any Procedure
    ) {
        add(name, contract, leaving: .data) { probe throws(MissingFixture) in try procedure(change(probe)) }
    }

    /// What callers cannot set, where bodies may have more fields than are read.
    private mutating func addUnsettable(_ made: [APIDescription.Property]) {
        guard api.requests.unknownFields == .ignore, let body = endpoint.requestBody, body.media.contains(.json),
            let taken = api.properties(of: body.schema)
        else { return }
        let key: String? = if case .field(let name)? = endpoint.idempotency?.place { name } else { nil }
        let others = made.filter { field in field.name != key && !taken.contains { $0.name == field.name } }
        guard others.contains(where: { $0.canBeOdd(in: api) }) else { return }
        add("not-set-by-callers", "takes", leaving: .data) { probe throws(MissingFixture) in try UnsettableFields(probe, others).dialogue()
        }
    }

    private mutating func addDeletion() {
        // What answers with a body may keep what it has put out of use.
        guard endpoint.success.body == nil else { return }
        if let reader = index.endpoints(at: endpoint.path.segments).first(where: { $0.method == .get }) {
            add("deleted-is-gone", "returns", leaving: .data) { probe throws(MissingFixture) in try Deletion(probe).gone(from: reader) }
        }
        if endpoint.path.segments.last?.literal == nil, let list = listAround {
            add("deleted-is-unlisted", "returns", leaving: .data) { probe throws(MissingFixture) in
                try Deletion(probe).unlisted(by: list)
            }
        }
        add("deleted-again", "again", leaving: .data) { probe throws(MissingFixture) in try Deletion(probe).again() }
    }

    /// The list whose items are at the places that the endpoint's path has.
    private var listAround: APIDescription.Endpoint? {
        index.endpoints(at: endpoint.path.segments.dropLast()).first { $0.method == .get && $0.listedProperties(in: api) != nil }
    }

    /// The fields of what the endpoint answers.
    private var objectBody: [APIDescription.Property]? {
        api.properties(of: endpoint.success.body)
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
