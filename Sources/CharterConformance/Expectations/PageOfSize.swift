import CharterRuntime
import HTTPTypes

/// The first page of a list comes, cut to a size.
///
/// It may be shorter only where the list ends, as far as the page lets one know.
struct PageOfSize: Expectation {
    private let size: Int
    private let paging: APIDescription.Paging
    private let success: APIDescription.Success

    init(_ size: Int, paging: APIDescription.Paging, success: APIDescription.Success) {
        self.size = size
        self.paging = paging
        self.success = success
    }

    var summary: String { "\(success.statusText) with the first page, of at most \(size) \(size == 1 ? "item" : "items")" }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        guard success.isStatus(of: reply) else { return ["the status is \(reply.head.status.code)"] }
        guard let page = PageReading(reply, paging: paging) else { return ["the body holds no page"] }
        let count = page.items.count
        var faults: [String] = []
        if count > size { faults.append("it holds \(count) items") }
        let isMore = page.saysMore(paging.members) ?? page.total.map { $0 > count && countsItems(of: request) } ?? false
        if count < size, isMore { faults.append("it holds \(count) items though more follow") }
        if paging.members.pageSize != nil, page.pageSize != size { faults.append("it states the size \(page.pageSize.text)") }
        if paging.members.offset != nil, page.offset != 0 { faults.append("it states the offset \(page.offset.text)") }
        if paging.members.page != nil, case .page(_, let first) = paging.position, page.page != first {
            faults.append("it states the page \(page.page.text)")
        }
        return faults
    }

    /// Whether the total is of what the request asks for: one of all items counts those too that a filter leaves out.
    private func countsItems(of request: EndpointRequest) -> Bool {
        paging.counts == .matching
            || request.endpoint.queryParameters.allSatisfy { parameter in
                parameter.defaultValue == nil && !request.query.contains { $0.name == parameter.name }
            }
    }
}

extension Int? {
    fileprivate var text: String { map(String.init) ?? "nowhere" }
}
