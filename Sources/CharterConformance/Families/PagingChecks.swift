import CharterClient
import CharterRuntime

/// How a list is cut into pages.
struct PagingChecks {
    let probe: EndpointProbe

    func trial(of check: Check) throws(MissingFixture) -> SingleExchange {
        guard let paging = probe.endpoint.paging, let trial = PagingTrial(check, of: paging) else { throw MissingFixture("a paged list") }
        var request = try probe.sufficientRequest()
        request.query += trial.query.map { [.init($0.name, $0.value)] } ?? []
        return switch trial.expected {
        case .refusal(let code): SingleExchange(request, expecting: probe.refusal(code))
        case .page(let size): SingleExchange(request, expecting: PageOfSize(size, paging: paging, success: probe.endpoint.success))
        }
    }

    func wholeWalk() throws(MissingFixture) -> WholeWalk {
        guard let paging = probe.endpoint.paging else { throw MissingFixture("a paged list") }
        return WholeWalk(request: try probe.sufficientRequest(), paging: paging, refusal: probe.refusal(.invalidParameter))
    }
}
