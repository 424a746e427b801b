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
        default: break
        }
        addKeeping()
    }

    /// What is put at its own place: it is there as it was sent, and nothing of what stood there before.
    private mutating func addWriting() {
        guard case .object(let fields)? = endpoint.requestBody.flatMap({ api.resolved($0.schema) })?.schema else { return }
        let reader = index.endpoints(at: endpoint.path.segments).first { $0.method == .get && $0.paging == nil }
        let body = reader?.success.body ?? endpoint.success.body
        if case .object(let shown)? = body.flatMap(api.resolved)?.schema {
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
        guard let body = endpoint.success.body, endpoint.success.status != 202, let last = endpoint.path.segments.last else { return }
        var path = endpoint.path.segments[...]
        switch endpoint.method {
        case .put, .patch: break
        case .post where last.literal != nil: path = path.dropLast()
        default: return
        }
        guard path.last?.literal == nil,
            let reader = index.endpoints(at: path).first(where: { $0.method == .get && $0.paging == nil && $0.success.body == body })
        else { return }
        add("kept", "returns", leaving: .data) { probe throws(MissingFixture) in try Keeping(probe, reader).dialogue() }
    }

    private mutating func addCreation() {
        // What answers 200 has done something with a thing that was there.
        guard endpoint.requestBody != nil, [201, 202].contains(endpoint.success.status), let made = objectBody else { return }
        if let taken = endpoint.requestBody.flatMap({ api.resolved($0.schema)?.schema }), case .object(let sent) = taken,
            sent.contains(where: { field in made.contains { $0.name == field.name } })
        {
            add("created-as-sent", "returns", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).asSent() }
            if sent.contains(where: { field in field.isPlainText(in: api) && made.contains { $0.name == field.name } }) {
                add("texts-as-sent", "returns", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).textsAsSent() }
            }
            if sent.contains(where: { field in field.longestPlainText(in: api) != nil && made.contains { $0.name == field.name } }) {
                add("longest-as-sent", "returns", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).longestAsSent() }
            }
            for field in sent where api.resolved(field.schema)?.isNullable == true && made.contains(where: { $0.name == field.name }) {
                guard endpoint.requestBody?.media.contains(.json) == true else { continue }
                add("created-null/\(field.name)", "takes", leaving: .data) { probe throws(MissingFixture) in
                    try Creation(probe).null(field)
                }
            }
        }
        addUnsettable(made)
        for property in made where property.initialValue != nil {
            add("initial/\(property.name)", "returns", leaving: .data) { probe throws(MissingFixture) in
                try Creation(probe).initial(property)
            }
        }
        if let reader = readerOfCreated {
            add("created-is-found", "returns", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).found(by: reader) }
        }
        if let location = endpoint.success.location {
            add("location", "location", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).located(at: location) }
        }
        if let list = listOfCreated {
            add("created-is-listed", "returns", leaving: .data) { probe throws(MissingFixture) in try Creation(probe).listed(by: list) }
        }
    }

    private mutating func addChange() {
        guard let body = endpoint.requestBody, case .object(let fields)? = api.resolved(body.schema)?.schema, let made = objectBody else {
            return
        }
        addUnsettable(made)
        for field in fields where made.contains(where: { $0.name == field.name }) {
            if let nothing = field.nothing(in: api) {
                add("changed-to-nothing/\(field.name)", "takes", leaving: .data) { probe throws(MissingFixture) in
                    try Change(probe, fields.map(\.name)).changed(field, to: nothing)
                }
            }
            add("changed/\(field.name)", "takes", leaving: .data) { probe throws(MissingFixture) in
                try Change(probe, fields.map(\.name)).changed(field)
            }
            if body.patch == .merge, case .map(let element, let count)? = api.resolved(field.schema)?.schema, count.maximum ?? 2 > 1 {
                add("member-added/\(field.name)", "patch", leaving: .data) { probe throws(MissingFixture) in
                    try Change(probe, fields.map(\.name)).memberAdded(field, of: element, most: count.maximum ?? .max)
                }
            }
            if case .object(let members)? = api.resolved(field.schema)?.schema { addParts(of: field, members, among: fields) }
            if api.resolved(field.schema)?.isNullable == true {
                add("cleared/\(field.name)", "patch", leaving: .data) { probe throws(MissingFixture) in
                    try Change(probe, fields.map(\.name)).cleared(field)
                }
            }
        }
    }

    /// An object inside, of which a change may speak in part.
    private mutating func addParts(
        of field: APIDescription.Property,
        _ members: [APIDescription.Property],
        among fields: [APIDescription.Property]
    ) {
        switch endpoint.requestBody?.patch {
        case .merge? where members.count > 1:
            add("part-changed/\(field.name)", "patch", leaving: .data) { probe throws(MissingFixture) in
                try Change(probe, fields.map(\.name)).partMerged(in: field, members)
            }
        case .replaceNested? where members.contains { !$0.isRequired }:
            add("part-replaced/\(field.name)", "patch", leaving: .data) { probe throws(MissingFixture) in
                try Change(probe, fields.map(\.name)).partReplaced(in: field, members)
            }
        default: break
        }
    }

    /// What callers cannot set, where bodies may have more fields than are read.
    private mutating func addUnsettable(_ made: [APIDescription.Property]) {
        guard api.requests.unknownFields == .ignore, let body = endpoint.requestBody, body.media.contains(.json),
            case .object(let taken)? = api.resolved(body.schema)?.schema
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
        guard case .object(let properties)? = endpoint.success.body.flatMap(api.resolved)?.schema else { return nil }
        return properties
    }

    /// The endpoint that shows what was made: its path is that of the list with one more parameter, or the one that `Location` has.
    var readerOfCreated: APIDescription.Endpoint? {
        let path = endpoint.success.location?.segments ?? endpoint.path.segments + [.parameter("")]
        guard let last = path.last, last.literal == nil else { return nil }
        return index.endpoints(at: path).first { $0.method == .get && $0.success.body == endpoint.success.body }
    }

    var listOfCreated: APIDescription.Endpoint? {
        index.endpoints(at: endpoint.path.segments).first { other in
            other.method == .get && other.paging != nil && other.success.body == endpoint.success.body
        }
    }
}

extension APIDescription.Property {
    /// Whether it may be any text, between bounds of its length.
    fileprivate func isPlainText(in api: APIDescription) -> Bool {
        if case .string(.plain, _, nil)? = api.resolved(schema)?.schema { true } else { false }
    }

    /// The value that programs take for none where they ask whether there is one; nil where it cannot be.
    fileprivate func nothing(in api: APIDescription) -> JSONValue? {
        let value: JSONValue
        switch api.resolved(schema)?.schema {
        case .boolean: value = .boolean(false)
        case .integer: value = .integer(0)
        case .string(.plain, _, nil): value = .string("")
        default: return nil
        }
        return api.faults(of: value, against: schema).isEmpty ? value : nil
    }

    /// Whether it can have a value that no server comes to by itself.
    fileprivate func canBeOdd(in api: APIDescription) -> Bool {
        switch api.resolved(schema)?.schema {
        case .string, .decimal, .integer: true
        default: false
        }
    }

    /// The longest text that it may be, of letters alone; nil where texts have a form, no bound, or one that few bodies have room for.
    func longestPlainText(in api: APIDescription) -> String? {
        guard case .string(.plain, let length, nil)? = api.resolved(schema)?.schema, let most = length.maximum, (1...1_000).contains(most)
        else {
            return nil
        }
        return String(String.UnicodeScalarView((0..<most).map { Unicode.Scalar(UInt8(ascii: "a") + UInt8($0 % 26)) }))
    }
}
