import CharterRuntime

/// What values of a field and of a filter are, so that they can be compared.
enum ComparedValues: Sendable {
    case numbers, instants, days, texts
    /// Instants, compared by their days in UTC.
    case daysOfInstants

    /// How one value stands to another.
    enum Standing {
        case less, same, greater
        /// Not the same, in no order.
        case other
        /// What is shown does not tell it.
        case unsure
    }

    init(_ own: APIDescription.Schema?, asked: APIDescription.Schema?) {
        switch (own, asked) {
        case (.string(.timestamp, _, _), .string(.date, _, _)): self = .daysOfInstants
        case (.string(.timestamp, _, _), _): self = .instants
        case (.string(.date, _, _), _): self = .days
        case (.integer, _), (.number, _), (.exactNumber, _), (.decimal, _): self = .numbers
        default: self = .texts
        }
    }

    var areOrdered: Bool { self != .texts }

    /// How an item's own value stands to the one that is asked for.
    func standing(of own: String, to asked: String) -> Standing {
        switch self {
        case .numbers:
            if let own = DecimalNumber(own), let asked = DecimalNumber(asked) { return Self.standing(own, asked) }
            return Self.standing(Double(own), Double(asked))
        case .instants:
            let standing = Self.standing(Timestamp(own), Timestamp(asked))
            // A server may keep more digits than it shows.
            return standing == .same && !own.isExactInstant ? .unsure : standing
        case .days: return Self.standing(CalendarDate(own), CalendarDate(asked))
        case .daysOfInstants: return Self.standing(Timestamp(own)?.day, CalendarDate(asked))
        case .texts:
            if own.utf8.elementsEqual(asked.utf8) { return .same }
            // Whether capitals count is not said.
            return own.lowercased() == asked.lowercased() || own.uppercased() == asked.uppercased() ? .unsure : .other
        }
    }

    /// How an item's own value can be asked for.
    func askable(_ own: String) -> String {
        if self == .daysOfInstants, let day = Timestamp(own)?.day { day.description } else { own }
    }

    private static func standing<Value: Comparable>(_ own: Value?, _ asked: Value?) -> Standing {
        guard let own, let asked else { return .unsure }
        return own == asked ? .same : own < asked ? .less : .greater
    }
}

extension Timestamp {
    /// The day in UTC.
    fileprivate var day: CalendarDate? { CalendarDate(String(description.prefix(10))) }
}
