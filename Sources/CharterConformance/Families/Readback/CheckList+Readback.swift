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
    mutating func addUnsettable(_ made: [APIDescription.Property]) {
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
    var objectBody: [APIDescription.Property]? {
        api.properties(of: endpoint.success.body)
    }
}
