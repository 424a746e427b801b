import CharterRuntime

/// A query parameter, or a field of what a search takes, that leaves those items of a list which have its value.
struct ListFilter: Sendable {
    /// More values are not tried.
    static let mostValues = 5

    let input: FilterInput
    let property: APIDescription.Property
    /// Whether an item may have several values there.
    private let isList: Bool

    /// How an item's value stands to the one that is asked for.
    private var relation = Relation.equal

    enum Relation: CaseIterable {
        case equal, atLeast, atMost
        /// A text has the one that is asked for somewhere in it, whatever its capitals.
        case contains
    }

    var name: String { input.name }

    /// - Returns: nil where no property of the items can be compared with what the parameter takes.
    init?(_ parameter: APIDescription.Parameter, of items: [APIDescription.Property], in api: APIDescription) {
        self.init(.parameter(parameter), items, api)
    }

    /// - Returns: nil where no property of the items can be compared with what the field takes, or a search cannot do without it.
    init?(field: APIDescription.Property, of items: [APIDescription.Property], in api: APIDescription) {
        if field.isRequired { return nil }
        self.init(.field(field), items, api)
    }

    private init?(_ input: FilterInput, _ items: [APIDescription.Property], _ api: APIDescription) {
        let (name, schema) = (input.name, input.schema)
        let element = api.element(ofListIn: schema)
        let wanted = api.resolved(element ?? schema)?.schema.withoutLength
        func takes(_ other: APIDescription.Schema?) -> Bool { other.flatMap(api.resolved)?.schema.withoutLength == wanted }
        let plain = items.first { $0.name == name && takes($0.schema) }
        // Of several states that are asked for an item has one.
        let single = element == nil ? nil : items.first { name.singulars.contains($0.name) && takes($0.schema) }
        let several = items.first { ($0.name == name || $0.name.singulars.contains(name)) && takes(api.element(ofListIn: $0.schema)) }
        guard let property = plain ?? single ?? several else { return nil }
        (self.input, self.property) = (input, property)
        isList = plain == nil && single == nil
    }

    var isRequired: Bool { input.isRequired }

    /// Takes values that some items have, and asks for the items that have each: they come, and no others.
    ///
    /// Where several values can be asked for at once, and an item has one, the items of each come.
    func dialogue(_ probe: EndpointProbe) throws(MissingFixture) -> Dialogue {
        if case .parameter(let parameter) = input, parameter.isRequired { return try askedFor(parameter, probe) }
        let request = try input.open(probe)
        let bounds = relations(probe).count > 1 ? ", or one that it bounds," : ""
        return Dialogue(request, expecting: "the items whose \(property.name) is the one asked for\(bounds) and no others") {
            conversation in
            let all = try await ListedItems(request, conversation).items
            let values = Array((valuesBehindDefault(probe) + values(in: all, probe)).uniqued.prefix(Self.mostValues))
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
            if input.takesSeveral(in: probe.api), !isList, values.count > 1 {
                try await judge(Array(values.prefix(2)), of: all, probe, conversation)
            }
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
        let what = "the \(property.name) \(values.map(\.shortText).joined(separator: ", "))"
        let choice = FilterChoice(request: try input.filtered(probe, by: values), what: what) { has($0, values) }
        try await choice.judge(of: all, probe, conversation, judgesTotal: true)
    }
}

/// What is asked, and what has it.
extension ListFilter {
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

    /// All values, where they are few and a default hides the items of others.
    private func valuesBehindDefault(_ probe: EndpointProbe) -> [JSONValue] {
        guard input.hasDefault, probe.endpoint.paging?.pastEnd != .reject else { return [] }
        let isFlag = probe.api.resolved(input.schema)?.schema == .boolean
        let values = (probe.api.everyValue(of: input.schema) ?? []).map { isFlag ? JSONValue.boolean($0 == "true") : .string($0) }
        return values.filter { canBeAskedFor($0, probe) }
    }

    private func canBeAskedFor(_ value: JSONValue, _ probe: EndpointProbe) -> Bool {
        guard let text = value.parameterText else { return false }
        guard case .parameter = input else { return true }
        return input.canAsk([text], of: probe)
    }

    /// The relations that may be meant: of what has an order, a filter may be a bound.
    func relations(_ probe: EndpointProbe) -> [Relation] {
        guard !isList, !input.takesSeveral(in: probe.api) else { return [.equal] }
        switch probe.api.resolved(property.schema)?.schema {
        case .integer, .number, .exactNumber, .decimal, .string(.timestamp, _, _), .string(.date, _, _): return [.equal, .atLeast, .atMost]
        case .string(.plain, _, nil): return [.equal, .contains]
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
        case let own? where relation == .contains:
            values.contains { value in
                guard let text = own.parameterText, let part = value.parameterText else { return false }
                return text.lowercased().contains(part.lowercased())
            }
        case let own?: values.contains { own == $0 || own.isBefore($0).map { $0 == (relation == .atMost) } ?? false }
        case nil: false
        }
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

extension APIDescription.Schema {
    /// The schema of texts of any length, where it is one of texts with a form: a filter need not repeat how long they may be.
    fileprivate var withoutLength: APIDescription.Schema {
        guard case .string(let format, _, let pattern) = self, format != .plain || pattern != nil else { return self }
        return .string(format: format, pattern: pattern)
    }
}
