import CharterRuntime

/// Reads from a query which part of a list is asked for, within the bounds of the endpoint.
struct PageReading {
    let paging: APIDescription.Paging
    private let served: ServedAPI
    private let route: Route
    let query: QueryReading
    /// What is wrong with what was read.
    private(set) var faults: [Problem.FieldFault] = []

    init(_ paging: APIDescription.Paging, _ exchange: Exchange, _ query: QueryReading) {
        self.paging = paging
        served = exchange.api
        route = exchange.route
        self.query = query
    }

    /// The page that is asked for; it means nothing if there are faults.
    mutating func page() -> RequestedPage {
        let limit = limit()
        switch paging.position {
        case .offset(let parameter):
            return .offset(OffsetPage(limit: limit, offset: number(parameter, within: 0...APIDescription.Paging.maximumOffset) ?? 0))
        case .page(let parameter, let first):
            let last = first + APIDescription.Paging.maximumOffset / max(limit, 1)
            let page = number(parameter, within: first...last) ?? first
            return .offset(OffsetPage(limit: limit, offset: min(max(page, first), last) * limit - first * limit))
        case .cursor(let parameter, _, _):
            return .cursor(CursorPage(limit: limit, cursor: text(parameter)))
        case .after(let parameter, let field, let before):
            let page = CursorPage(limit: limit, cursor: seen(field, parameter), before: before.flatMap { seen(field, $0) })
            if page.cursor != nil, page.before != nil, let before { report("must not stand beside '\(parameter)'", before) }
            return .cursor(page)
        case .url:
            return .cursor(CursorPage(limit: limit, cursor: text(APIDescription.Paging.urlParameter)))
        case .first:
            return .offset(OffsetPage(limit: limit, offset: 0))
        }
    }

    private mutating func limit() -> Int {
        let size = paging.pageSize
        guard let parameter = size.parameter, let number = number(parameter) else { return size.defaultValue }
        if number < size.minimum, size.below == .clamp { return size.minimum }
        if number > size.maximum, size.above == .clamp { return size.maximum }
        return checked(number, within: size.minimum...size.maximum, parameter)
    }

    private mutating func number(_ parameter: String, within range: ClosedRange<Int>) -> Int? {
        number(parameter).map { checked($0, within: range, parameter) }
    }

    private mutating func checked(_ number: Int, within range: ClosedRange<Int>, _ parameter: String) -> Int {
        if number < range.lowerBound { report("must be at least \(range.lowerBound)", parameter) }
        if number > range.upperBound { report("must be at most \(range.upperBound)", parameter) }
        return min(max(number, range.lowerBound), range.upperBound)
    }

    /// The number that a parameter gives; nil if it gives none.
    ///
    /// One of too many digits is the greatest or least there is.
    private mutating func number(_ parameter: String) -> Int? {
        guard let text = text(parameter) else { return nil }
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
        let isNumber = !digits.isEmpty && text.utf8.count - digits.count <= 1
        guard isNumber, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            report("must be a whole number", parameter)
            return nil
        }
        return Int(text) ?? (text.hasPrefix("-") ? .min : .max)
    }

    /// The value of a field of an item that was seen; what that field never has is refused.
    private mutating func seen(_ field: String, _ parameter: String) -> String? {
        guard let text = text(parameter) else { return nil }
        let api = served.description
        if let item = route.endpoint.success.body, let schema = api.schema(of: field, in: item) {
            let value = JSONValue(parameter: text, api.resolved(schema)?.schema)
            faults += api.faults(of: value, against: schema, at: ParameterPlace.query.field(parameter), direction: .response)
        }
        return text
    }

    private mutating func text(_ parameter: String) -> String? {
        do {
            return try query.value(parameter)
        } catch {
            report(error.message, parameter)
            return nil
        }
    }

    private mutating func report(_ message: String, _ parameter: String) {
        faults.append(Problem.FieldFault(field: ParameterPlace.query.field(parameter), message: message))
    }
}

extension APIDescription {
    /// The schema of a field by its path, with dots between the names; nil where the schema has none there.
    fileprivate func schema(of field: String, in schema: Schema) -> Schema? {
        MemberPath(field).names.reduce(Schema?.some(schema)) { schema, name in
            guard case .object(let properties)? = schema.flatMap({ resolved($0) })?.schema else { return nil }
            return properties.first { $0.name == name }?.schema
        }
    }
}
