import CharterRuntime

/// How a list is cut into pages.
struct PagingChecks {
    let probe: EndpointProbe

    static func checks(of endpoint: APIDescription.Endpoint) -> [Check] {
        guard let paging = endpoint.paging else { return [] }
        let sizes: [Check] = [
            .defaultPageSize, .minimumPageSize, .maximumPageSize, .pageSizeBelowMinimum, .pageSizeAboveMaximum, .pageSizeNotANumber,
        ]
        let positions: [Check] =
            switch paging.position {
            case .offset: [.negativeOffset, .offsetNotANumber]
            }
        return sizes + positions + [.wholeWalk]
    }

    func trial(of check: Check) throws(MissingFixture) -> SingleExchange {
        guard let paging = probe.endpoint.paging, let trial = PagingTrial(check, of: paging) else { throw MissingFixture("a paged list") }
        let request = try probe.sufficientRequest(query: trial.query.map { [$0] } ?? [])
        return switch trial.expected {
        case .refusal: SingleExchange(request, expecting: Refusal(status: 400, code: .invalidRequest, format: probe.api.errors))
        case .page(let size): SingleExchange(request, expecting: PageOfSize(size, paging: paging, success: probe.endpoint.success))
        }
    }

    func wholeWalk() throws(MissingFixture) -> WholeWalk {
        guard let paging = probe.endpoint.paging else { throw MissingFixture("a paged list") }
        return WholeWalk(request: try probe.sufficientRequest(), paging: paging)
    }
}
