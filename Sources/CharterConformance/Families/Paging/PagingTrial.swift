import CharterRuntime

/// What one check of sizes and positions adds to the query, and what should come of it.
struct PagingTrial: Sendable {
    /// What should come of a request.
    enum Expected: Sendable {
        /// It is refused for this.
        case refusal(Problem.Code)
        /// A page of at most so many items comes.
        case page(size: Int)
        /// A page without items comes.
        case emptyPage
    }

    /// The name of the check.
    let name: String
    /// The query parameters that the request has beside those it needs.
    let query: [EndpointRequest.QueryItem]
    let expected: Expected

    func exchange(with probe: EndpointProbe, _ paging: APIDescription.Paging) throws(MissingFixture) -> SingleExchange {
        var request = try probe.sufficientRequest()
        request.query += query
        let success = probe.endpoint.success
        return switch expected {
        case .refusal(let code):
            // Of a cursor the code says all.
            SingleExchange(
                request,
                expecting: probe.refusal(code, at: code == .invalidCursor ? nil : query.first.map { "query.\($0.name)" })
            )
        case .page(let size): SingleExchange(request, expecting: PageOfSize(size, paging: paging, success: success))
        case .emptyPage: SingleExchange(request, expecting: EmptyPage(paging: paging, success: success))
        }
    }
}

extension PagingTrial {
    /// The trials of a way of paging, as far as requests have a say in it.
    static func all(of paging: APIDescription.Paging, in api: APIDescription) -> [PagingTrial] {
        ofSize(paging.pageSize, api.requests) + ofPosition(paging, api.requests)
    }

    private static func ofSize(_ size: APIDescription.Paging.PageSize, _ rules: APIDescription.RequestRules) -> [PagingTrial] {
        let byDefault = PagingTrial(name: "default-page-size", query: [], expected: .page(size: size.defaultValue))
        guard let name = size.parameter else { return [byDefault] }
        func asking(_ trial: String, _ texts: String..., expecting expected: Expected) -> PagingTrial {
            PagingTrial(name: trial, query: texts.map { .init(name, $0) }, expected: expected)
        }
        let refusal = Expected.refusal(.invalidParameter)
        let below = size.below == .reject ? refusal : .page(size: size.minimum)
        let above = size.above == .reject ? refusal : .page(size: size.maximum)
        let (least, most) = (max(1, size.minimum), size.maximum)
        let trials = [
            byDefault,
            asking("minimum-page-size", "\(size.minimum)", expecting: .page(size: size.minimum)),
            asking("maximum-page-size", "\(most)", expecting: .page(size: most)),
            asking("page-size-below-minimum", "\(size.minimum - 1)", expecting: below),
            asking("page-size-above-maximum", "\(most + 1)", expecting: above),
            asking("page-size-negative", "-1", expecting: size.minimum > -1 ? below : .page(size: most)),
            asking("page-size-not-a-number", "many", expecting: refusal),
            asking("page-size-with-fraction", "1.5", expecting: refusal),
            asking("page-size-empty", "", expecting: rules.emptyQuery == .absent ? .page(size: size.defaultValue) : refusal),
        ]
        // Where more is taken for the most, a number that no machine word holds may be taken for a number above it, or for none.
        let beyond = size.above == .reject ? [asking("page-size-beyond-64-bits", "18446744073709551617", expecting: refusal)] : []
        let repeated: Expected =
            switch rules.repeatedQuery {
            case .reject: refusal
            case .first: .page(size: least)
            case .last: .page(size: most)
            }
        return trials + beyond + [asking("page-size-repeated", "\(least)", "\(most)", expecting: repeated)]
    }

    private static func ofPosition(_ paging: APIDescription.Paging, _ rules: APIDescription.RequestRules) -> [PagingTrial] {
        func asking(_ trial: String, _ name: String, _ text: String, _ expected: Expected) -> PagingTrial {
            PagingTrial(name: trial, query: [.init(name, text)], expected: expected)
        }
        let refusal = Expected.refusal(.invalidParameter)
        let byDefault = Expected.page(size: paging.pageSize.defaultValue)
        let past = paging.pastEnd == .reject ? refusal : .emptyPage
        let empty = rules.emptyQuery == .absent ? byDefault : refusal
        return switch paging.position {
        case .offset(let name):
            [
                asking("negative-offset", name, "-1", refusal), asking("offset-not-a-number", name, "first", refusal),
                asking("offset-with-fraction", name, "0.5", refusal), asking("offset-empty", name, "", empty),
                asking("offset-behind-end", name, "1000000", past),
            ]
        case .page(let name, let first):
            [
                asking("page-before-first", name, String(first - 1), refusal), asking("page-not-a-number", name, "first", refusal),
                asking("page-with-fraction", name, "\(first).5", refusal), asking("page-empty", name, "", empty),
                asking("page-behind-end", name, "1000000", past),
            ]
        case .cursor(let name, _, _):
            [asking("invalid-cursor", name, "not-a-cursor", .refusal(.invalidCursor))]
                + (rules.emptyQuery == .absent ? [asking("cursor-empty", name, "", byDefault)] : [])
        case .after, .url, .first: []
        }
    }
}
