/// What one paging check adds to the query, and what should come of it.
package struct PagingTrial {
    /// What should come of a request.
    package enum Expected {
        /// It is refused for this.
        case refusal(Problem.Code)
        /// A page of at most so many items comes.
        case page(size: Int)
    }

    /// The query parameter that the request has beside those it needs, or nil.
    package var query: (name: String, value: String)?
    /// What should come of it.
    package var expected: Expected

    /// Creates the trial of a check; nil for checks that take more than one request, or that this paging does not have.
    package init?(_ check: Check, of paging: APIDescription.Paging) {
        guard let trial = Self.ofSize(check, paging.pageSize) ?? Self.ofPosition(check, paging.position) else { return nil }
        self = trial
    }

    private init(_ query: (String, String)?, _ expected: Expected) {
        self.query = query
        self.expected = expected
    }

    private static func ofSize(_ check: Check, _ size: APIDescription.Paging.PageSize) -> PagingTrial? {
        if check == .defaultPageSize { return PagingTrial(nil, .page(size: size.defaultValue)) }
        guard let name = size.parameter else { return nil }
        func asking(for number: Int, _ expected: Expected) -> PagingTrial { PagingTrial((name, String(number)), expected) }
        return switch check {
        case .minimumPageSize: asking(for: size.minimum, .page(size: size.minimum))
        case .maximumPageSize: asking(for: size.maximum, .page(size: size.maximum))
        case .pageSizeBelowMinimum: asking(for: size.minimum - 1, size.below.outcome(nearest: size.minimum))
        case .pageSizeAboveMaximum: asking(for: size.maximum + 1, size.above.outcome(nearest: size.maximum))
        case .pageSizeNotANumber: PagingTrial((name, "many"), .refusal(.invalidParameter))
        default: nil
        }
    }

    private static func ofPosition(_ check: Check, _ position: APIDescription.Paging.Position) -> PagingTrial? {
        switch (check, position) {
        case (.negativeOffset, .offset(let name)): PagingTrial((name, "-1"), .refusal(.invalidParameter))
        case (.offsetNotANumber, .offset(let name)): PagingTrial((name, "first"), .refusal(.invalidParameter))
        case (.pageBeforeFirst, .page(let name, let first)): PagingTrial((name, String(first - 1)), .refusal(.invalidParameter))
        case (.pageNotANumber, .page(let name, _)): PagingTrial((name, "first"), .refusal(.invalidParameter))
        case (.invalidCursor, .cursor(let name, _, _)): PagingTrial((name, "not-a-cursor"), .refusal(.invalidCursor))
        default: nil
        }
    }
}

extension APIDescription.Paging {
    /// The checks of how the list is cut, in order.
    var checks: [Check] {
        let sizes: [Check] = [
            .defaultPageSize, .minimumPageSize, .maximumPageSize, .pageSizeBelowMinimum, .pageSizeAboveMaximum, .pageSizeNotANumber,
        ]
        let positions: [Check] = [.negativeOffset, .offsetNotANumber, .pageBeforeFirst, .pageNotANumber, .invalidCursor]
        return (sizes + positions).filter { PagingTrial($0, of: self) != nil } + (position == .first ? [] : [.wholeWalk])
    }
}

extension APIDescription.Paging.OutOfRange {
    fileprivate func outcome(nearest size: Int) -> PagingTrial.Expected {
        switch self {
        case .reject: .refusal(.invalidParameter)
        case .clamp: .page(size: size)
        }
    }
}
