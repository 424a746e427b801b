import CharterRuntime

/// A query parameter, or a field of what a search takes, that leaves those items of a list which have its value.
struct ListFilter: Sendable {
    /// More values are not tried.
    static let mostValues = 5

    /// The name of the parameter or the field.
    let name: String
    private let asked: Asked
    let property: APIDescription.Property
    /// Whether an item may have several values there.
    private let isList: Bool

    /// How an item's value stands to the one that is asked for.
    private var relation = Relation.equal
    /// The relation that the contract says; nil where it has to be guessed.
    private var stated: Relation?

    enum Relation: CaseIterable {
        case equal, atLeast, atMost
    }

    private enum Asked: Sendable {
        case parameter(APIDescription.Parameter)
        case field(APIDescription.Property)
    }

    /// - Returns: nil where no property of the items can be compared with what the parameter takes.
    init?(_ parameter: APIDescription.Parameter, of items: [APIDescription.Property], in api: APIDescription) {
        self.init(parameter.name, .parameter(parameter), parameter.schema, items, api)
    }

    /// - Returns: nil where no property of the items can be compared with what the field takes, or a search cannot do without it.
    init?(field: APIDescription.Property, of items: [APIDescription.Property], in api: APIDescription) {
        if field.isRequired { return nil }
        self.init(field.name, .field(field), field.schema, items, api)
    }

    /// What the contract says of the parameter.
    ///
    /// - Returns: nil where it says more than one comparison, or one that is none of the relations here.
    init?(
        stated filter: APIDescription.Filter,
        _ parameter: APIDescription.Parameter,
        of items: [APIDescription.Property],
        in api: APIDescription
    ) {
        guard let comparison = filter.comparisons.first, filter.comparisons.count == 1,
            let property = items.first(where: { $0.name == comparison.field }),
            let kind = api.resolved(property.schema)?.schema, let asked = api.resolved(parameter.schema)?.schema
        else { return nil }
        let isList = api.element(ofListIn: property.schema) != nil
        switch comparison.relation {
        case .equal, .any: relation = .equal
        // An instant and a day are written in two ways.
        case .atLeast where kind.isInstant == asked.isInstant: relation = .atLeast
        case .atMost where kind.isInstant == asked.isInstant: relation = .atMost
        default: return nil
        }
        (name, self.asked, self.property, self.isList) = (parameter.name, .parameter(parameter), property, isList)
        stated = relation
    }

    private init?(
        _ name: String,
        _ asked: Asked,
        _ schema: APIDescription.Schema,
        _ items: [APIDescription.Property],
        _ api: APIDescription
    ) {
        let element = api.element(ofListIn: schema)
        let wanted = api.resolved(element ?? schema)?.schema.withoutLength
        func takes(_ other: APIDescription.Schema?) -> Bool { other.flatMap(api.resolved)?.schema.withoutLength == wanted }
        let plain = items.first { $0.name == name && takes($0.schema) }
        // Of several states that are asked for an item has one.
        let single = element == nil ? nil : items.first { name.isPlural(of: $0.name) && takes($0.schema) }
        let several = items.first { ($0.name == name || $0.name.isPlural(of: name)) && takes(api.element(ofListIn: $0.schema)) }
        guard let property = plain ?? single ?? several else { return nil }
        (self.name, self.asked, self.property) = (name, asked, property)
        isList = plain == nil && single == nil
    }

    /// Whether every request has to say a value.
    var isRequired: Bool {
        if case .parameter(let parameter) = asked { parameter.isRequired } else { false }
    }

    /// Takes values that some items have, and asks for the items that have each: they come, and no others.
    ///
    /// Where several values can be asked for at once, and an item has one, the items of each come.
    func dialogue(_ probe: EndpointProbe) throws(MissingFixture) -> Dialogue {
        if case .parameter(let parameter) = asked, parameter.isRequired { return try askedFor(parameter, probe) }
        let request = try open(probe)
        let bounds = relations(probe).count > 1 ? ", or one that it bounds," : ""
        return Dialogue(request, expecting: "the items whose \(property.name) is the one asked for\(bounds) and no others") {
            conversation in
            let all = try await ListedItems(request, conversation).items
            let values = values(in: all, probe)
            guard let first = values.first else { throw MissingFixture("an item with a \(property.name) in \(probe.endpoint.id)") }
            guard values.count > 1 || all.contains(where: { !has($0, [first]) }) else {
                throw MissingFixture("items of different \(property.name) in \(probe.endpoint.id)")
            }
            // Of what has an order a filter may be the least or the greatest that is wanted: what comes tells which, for all values alike.
            var departures: [Departure] = []
            for relation in relations(probe) {
                do {
                    for value in values { try await standing(relation).judge([value], of: all, probe, conversation) }
                    break
                } catch let departure as Departure {
                    departures.append(departure)
                }
            }
            if let departure = departures.first, departures.count == relations(probe).count { throw departure }
            if let value = missingValue(in: all, probe) { try await judge([value], of: all, probe, conversation) }
            // Whether an item has to have one or all of them is not said where it may have several.
            if takesSeveral(probe), !isList, values.count > 1 { try await judge(Array(values.prefix(2)), of: all, probe, conversation) }
            return "\(values.count) values among \(all.count) items"
        }
    }

    /// Where each request has to say a value, the items have that.
    private func askedFor(_ parameter: APIDescription.Parameter, _ probe: EndpointProbe) throws(MissingFixture) -> Dialogue {
        let request = try probe.sufficientRequest()
        let texts = request.query.filter { $0.name == name }.compactMap(\.value).flatMap { text in
            parameter.listStyle == .comma ? [text] + text.split(separator: ",").map(String.init) : [text]
        }
        return Dialogue(request, expecting: "items whose \(property.name) is the one asked for") { conversation in
            let all = try await ListedItems(request, conversation).items
            guard !all.isEmpty else { throw MissingFixture("items in \(probe.endpoint.id)") }
            let wanted = texts.map(JSONValue.string)
            let stranger = all.first { !values(in: [$0], probe, most: .max).compactMap(\.parameterText).contains(where: texts.contains) }
            let isBound = relations(probe).dropFirst().contains { relation in all.allSatisfy { standing(relation).has($0, wanted) } }
            if let stranger, !isBound {
                throw conversation.fail(request, "an item has the \(property.name) \(stranger[property.name]?.shortText ?? "absent")")
            }
            return "\(all.count) items"
        }
    }

    private func judge(_ values: [JSONValue], of all: [JSONValue], _ probe: EndpointProbe, _ conversation: Conversation) async throws {
        let wanted = all.filter { has($0, values) }
        let filtered = try filtered(probe, by: values)
        let list = try await ListedItems(filtered, conversation)
        let found = list.items
        if let stranger = found.first(where: { !has($0, values) }) {
            throw conversation.fail(filtered, "an item has the \(property.name) \(stranger[property.name]?.shortText ?? "absent")")
        }
        if let fault = LeftItems(wanted, in: probe).fault(in: found, isComplete: list.isComplete) {
            throw conversation.fail(filtered, fault)
        }
        if wanted.count < all.count { try await judgeTotal(of: filtered, found.count, of: all.count, conversation) }
        if found.isEmpty, let paging = probe.endpoint.paging {
            let page = EmptyPage(paging: paging, success: probe.endpoint.success)
            try await conversation.reply(to: filtered, expecting: page)
        }
    }

    /// The total counts what the filter leaves, or all items, as is documented.
    private func judgeTotal(of request: EndpointRequest, _ found: Int, of all: Int, _ conversation: Conversation) async throws {
        guard let paging = request.endpoint.paging, paging.members.total != nil, found < paging.pageSize.maximum,
            all < paging.pageSize.maximum
        else { return }
        let reply = try await conversation.reply(to: request)
        guard let total = PageReading(reply, paging: paging)?.total else { return }
        let wanted = paging.counts == .matching ? found : all
        guard total == wanted else { throw conversation.fail(request, "its total is \(total), and not \(wanted)") }
    }
}

/// What is asked, and what has it.
extension ListFilter {
    /// The request for all items.
    func open(_ probe: EndpointProbe) throws(MissingFixture) -> EndpointRequest {
        switch asked {
        case .parameter:
            var request = try probe.sufficientRequest()
            request.query.removeAll { $0.name == name }
            return request
        case .field: return try probe.sufficientRequest(with: try probe.content().removing([name]))
        }
    }

    /// The request for the items that have one of the values.
    func filtered(_ probe: EndpointProbe, by values: [JSONValue]) throws(MissingFixture) -> EndpointRequest {
        switch asked {
        case .parameter(let parameter):
            var request = try open(probe)
            request.ask(for: values, in: parameter)
            return request
        case .field:
            let value = takesSeveral(probe) ? JSONValue.array(values) : values.first
            let content = try probe.content()
            return try probe.sufficientRequest(with: content.setting(value, at: [.member(name)]) ?? content)
        }
    }

    private func takesSeveral(_ probe: EndpointProbe) -> Bool {
        switch asked {
        case .parameter(let parameter):
            // A list may have room for one value only.
            probe.api.element(ofListIn: parameter.schema) != nil && !probe.api.holdsOne(parameter.schema)
        case .field(let field): probe.api.element(ofListIn: field.schema) != nil
        }
    }

    func values(in items: [JSONValue], _ probe: EndpointProbe, most: Int = mostValues) -> [JSONValue] {
        let all = items.flatMap { item -> [JSONValue] in
            guard let value = item[property.name] else { return [] }
            if case .array(let values) = value { return isList ? values : [] }
            return isList ? [] : [value]
        }
        return Array(all.uniqued.filter { canBeAskedFor($0, probe) }.prefix(most))
    }

    /// A value that could be asked for and that no item has; nil where none is known.
    private func missingValue(in items: [JSONValue], _ probe: EndpointProbe) -> JSONValue? {
        let schema = probe.api.element(ofListIn: property.schema) ?? property.schema
        // Where what lies behind the end is refused, it is not said whether a list of nothing has a page.
        guard probe.endpoint.paging?.pastEnd != .reject, case .enumeration(let texts, _)? = probe.api.resolved(schema)?.schema else {
            return nil
        }
        return texts.map(JSONValue.string).first { value in
            canBeAskedFor(value, probe) && !items.contains { has($0, [value]) }
        }
    }

    private func canBeAskedFor(_ value: JSONValue, _ probe: EndpointProbe) -> Bool {
        guard let text = value.parameterText else { return false }
        return switch asked {
        case .parameter(let parameter): probe.api.faults(of: [text], parameter, at: "").isEmpty
        case .field: true
        }
    }

    /// The relations that may be meant: of what has an order, a filter may be a bound.
    func relations(_ probe: EndpointProbe) -> [Relation] {
        if let stated { return [stated] }
        guard !isList, !takesSeveral(probe) else { return [.equal] }
        switch probe.api.resolved(property.schema)?.schema {
        case .integer, .number, .exactNumber, .decimal, .string(.timestamp, _, _), .string(.date, _, _): return Relation.allCases
        default: return [.equal]
        }
    }

    private func standing(_ relation: Relation) -> ListFilter {
        var filter = self
        filter.relation = relation
        return filter
    }

    func has(_ item: JSONValue, _ values: [JSONValue]) -> Bool {
        switch item[property.name] {
        case .array(let own)? where isList: own.contains(where: values.contains)
        case let own? where relation == .equal: values.contains(own)
        case let own?: values.contains { own == $0 || own.isBefore($0).map { $0 == (relation == .atMost) } ?? false }
        case nil: false
        }
    }
}

extension APIDescription {
    /// Whether a list has one item at most.
    fileprivate func holdsOne(_ schema: Schema) -> Bool {
        if case .list(_, let count, _)? = resolved(schema)?.schema { count.maximum == 1 } else { false }
    }
}

extension JSONValue {
    /// Whether a number, a day or an instant is before another; nil of what has no order.
    fileprivate func isBefore(_ other: JSONValue) -> Bool? {
        guard let own = parameterText, let text = other.parameterText else { return nil }
        if let own = Double(own), let number = Double(text) { return own == number ? nil : own < number }
        if let own = Timestamp(own), let instant = Timestamp(text) { return own < instant }
        return own < text
    }
}

extension String {
    /// Whether it is the name of several things of a name, as English makes them.
    fileprivate func isPlural(of name: String) -> Bool {
        self == name + "s" || self == name + "es" || name.hasSuffix("y") && self == name.dropLast() + "ies"
    }
}

extension APIDescription.Schema {
    fileprivate var isInstant: Bool {
        if case .string(.timestamp, _, _) = self { true } else { false }
    }

    /// The schema of texts of any length, where it is one of texts with a form: a filter need not repeat how long they may be.
    fileprivate var withoutLength: APIDescription.Schema {
        guard case .string(let format, _, let pattern) = self, format != .plain || pattern != nil else { return self }
        return .string(format: format, pattern: pattern)
    }
}
