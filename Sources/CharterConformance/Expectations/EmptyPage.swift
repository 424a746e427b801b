import CharterRuntime
import HTTPTypes

/// A page without items comes, which says that nothing follows.
struct EmptyPage: Expectation {
    let paging: APIDescription.Paging
    let success: APIDescription.Success

    var summary: String { "\(success.statusText) with a page without items" }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        guard success.isStatus(of: reply) else { return ["the status is \(reply.head.status.code)"] }
        guard let page = PageReading(reply, paging: paging) else { return ["the body holds no page"] }
        let more = page.saysMore(paging.members) == true ? ["it says that more follow"] : []
        return (page.items.isEmpty ? [] : ["it holds \(page.items.count) items"]) + more
    }
}
