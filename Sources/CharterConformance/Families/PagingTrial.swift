import CharterClient
import CharterRuntime

/// What one paging check adds to the query, and what should come of it.
struct PagingTrial {
    /// What should come of a request.
    enum Expected {
        /// It is answered 400.
        case refusal
        /// A page of at most so many items comes.
        case page(size: Int)
    }

    var query: EndpointRequest.QueryItem?
    var expected: Expected

    /// Creates the trial of a check; nil for checks that take more than one request, or are not of paging.
    init?(_ check: Check, of paging: APIDescription.Paging) {
        let size = paging.pageSize
        switch check {
        case .defaultPageSize: self.init(nil, .page(size: size.defaultValue))
        case .minimumPageSize: self.init(.init(size.parameter, "1"), .page(size: 1))
        case .maximumPageSize: self.init(.init(size.parameter, String(size.maximum)), .page(size: size.maximum))
        case .pageSizeBelowMinimum: self.init(.init(size.parameter, "0"), size.below.outcome(nearest: 1))
        case .pageSizeAboveMaximum:
            self.init(.init(size.parameter, String(size.maximum + 1)), size.above.outcome(nearest: size.maximum))
        case .pageSizeNotANumber: self.init(.init(size.parameter, "many"), .refusal)
        case .negativeOffset: self.init(.init(paging.position.parameter, "-1"), .refusal)
        case .offsetNotANumber: self.init(.init(paging.position.parameter, "first"), .refusal)
        default: return nil
        }
    }

    private init(_ query: EndpointRequest.QueryItem?, _ expected: Expected) {
        self.query = query
        self.expected = expected
    }
}

extension APIDescription.Paging.OutOfRange {
    fileprivate func outcome(nearest size: Int) -> PagingTrial.Expected {
        switch self {
        case .reject: .refusal
        case .clamp: .page(size: size)
        }
    }
}

extension APIDescription.Paging.Position {
    /// The query parameter that asks for a page.
    var parameter: String {
        switch self {
        case .offset(let parameter): parameter
        }
    }
}
